package inkbench.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import inkbench.evaluation.ConfusionMatrix;
import inkbench.store.run.BatchBucket;
import inkbench.store.run.CheckpointRecord;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.EvaluationRecord;
import inkbench.store.run.NewRun;

/** Runs to write down. */
final class Runs {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Runs() {}

    static NewRun named(String name) {
        return new NewRun(
                name,
                "{\"layers\":[]}",
                "{\"epochs\":3}",
                "digits",
                "ab12",
                -7,
                "Inkbench 1",
                "Linux",
                2,
                NOON,
                OptionalLong.empty());
    }

    static NewRun inGroup(String name, long group) {
        var run = named(name);
        return new NewRun(
                name,
                run.architecture(),
                run.settings(),
                run.dataName(),
                run.dataSha256(),
                run.seed(),
                run.software(),
                run.machine(),
                run.threads(),
                run.started(),
                OptionalLong.of(group));
    }

    static EpochRecord epoch(int epoch) {
        return new EpochRecord(epoch, 10L * epoch, 1.0 / epoch, 0.5, Double.NaN, Double.NaN, 0.001, 2.5, 1000);
    }

    static BatchBucket batch(long iteration, double loss) {
        return BatchBucket.of(iteration, loss, 0.5, 0.001, 1000);
    }

    static CheckpointRecord checkpoint(Path path, long iteration) {
        return new CheckpointRecord(path, 1, iteration, NOON);
    }

    static EvaluationRecord evaluation() {
        var matrix = new ConfusionMatrix(List.of("zero", "one and more"), new long[][]{{5, 1}, {0, 7}});
        return new EvaluationRecord("digits", "test", "cd34", Double.NaN, matrix, NOON);
    }
}
