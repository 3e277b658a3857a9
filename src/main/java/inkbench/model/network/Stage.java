package inkbench.model.network;

import java.util.ArrayList;
import java.util.List;

import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.Phase;
import inkbench.model.network.layer.Phase.InPieces;
import inkbench.model.network.layer.Phase.OfShards;
import inkbench.model.network.layer.Phase.Work;
import inkbench.task.Team;

/** What a team does between two points at which all wait for all. */
interface Stage {
    /** Does it and returns when it is done. */
    void run(Team team, Pass pass);

    /** Every shard goes through some works on its own. */
    record OnShards(List<Work> works) implements Stage {
        @Override
        public void run(Team team, Pass pass) {
            team.run(pass.shards(), (_, shard) -> {
                if (!pass.isEmpty(shard)) {
                    for (var work : works) {
                        work.run(shard, pass);
                    }
                }
            });
        }
    }

    /** The pieces of one work. */
    record OnPieces(int pieces, Work work) implements Stage {
        @Override
        public void run(Team team, Pass pass) {
            team.run(pieces, (_, piece) -> work.run(piece, pass));
        }
    }

    /** Works that have nothing to do with each other. */
    record Independent(List<Work> works) implements Stage {
        @Override
        public void run(Team team, Pass pass) {
            team.run(works.size(), (_, piece) -> works.get(piece).run(0, pass));
        }
    }

    /** As few stages as can be: phases of shards that follow each other become one. */
    static List<Stage> of(List<Phase> phases) {
        var stages = new ArrayList<Stage>();
        var onShards = new ArrayList<Work>();
        for (var phase : phases) {
            switch (phase) {
                case OfShards ofShards -> onShards.add(ofShards.work());
                case InPieces(int pieces, Work work) -> {
                    flush(onShards, stages);
                    stages.add(new OnPieces(pieces, work));
                }
            }
        }
        flush(onShards, stages);
        return List.copyOf(stages);
    }

    private static void flush(List<Work> onShards, List<Stage> stages) {
        if (!onShards.isEmpty()) {
            stages.add(new OnShards(List.copyOf(onShards)));
            onShards.clear();
        }
    }
}
