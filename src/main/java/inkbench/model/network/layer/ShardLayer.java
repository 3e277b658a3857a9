package inkbench.model.network.layer;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A layer in which no sample meets another. One instance works on one shard. */
public interface ShardLayer {
    /** Computes the values behind the layer for samples {@code from} to {@code to − 1}. */
    void forward(int from, int to, Pass pass);

    /** Computes the gradient before the layer for samples {@code from} to {@code to − 1}. */
    void backward(int from, int to, Pass pass);

    /** The layer for all shards. */
    static Layer of(int shards, IntFunction<ShardLayer> maker) {
        return of(shards, maker, List.of());
    }

    /**
     * The layer for all shards.
     *
     * @param sums
     *            add up the gradients of the shards
     */
    static Layer of(int shards, IntFunction<ShardLayer> maker, List<Phase.InPieces> sums) {
        var instances = IntStream.range(0, shards).mapToObj(maker).toList();
        return new Layer() {
            @Override
            public List<Phase> forward() {
                return List.of(
                        new Phase.OfShards(
                                (shard, pass) -> instances.get(shard)
                                        .forward(pass.first(shard), pass.end(shard), pass)));
            }

            @Override
            public List<Phase> backward() {
                return List.of(
                        new Phase.OfShards(
                                (shard, pass) -> instances.get(shard)
                                        .backward(pass.first(shard), pass.end(shard), pass)));
            }

            @Override
            public List<Phase.InPieces> sums() {
                return sums;
            }
        };
    }
}
