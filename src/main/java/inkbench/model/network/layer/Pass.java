package inkbench.model.network.layer;

/**
 * One pass of a batch through a network. The batch is divided into shards of consecutive samples, as equal as can be; where
 * there are more shards than samples, some are empty.
 *
 * @param samples
 *            in the batch, at least 1
 * @param shards
 *            how many there are
 * @param training
 *            whether dropout is at work and gradients are wanted
 * @param seed
 *            decides what is dropped
 */
public record Pass(int samples, int shards, boolean training, long seed) {
    /** The first sample of a shard. */
    public int first(int shard) {
        return (int) ((long) shard * samples / shards);
    }

    /** The sample behind the last of a shard. */
    public int end(int shard) {
        return first(shard + 1);
    }

    /** Whether a shard has no samples. */
    public boolean isEmpty(int shard) {
        return first(shard) == end(shard);
    }
}
