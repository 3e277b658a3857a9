package inkbench.model.network.layer;

import inkbench.model.LayerSpec.BatchNormalization;

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
 * @param freshness
 *            0 where batch normalisation goes by its state; otherwise it goes by the batch, and so much of the state, in (0, 1],
 *            comes from the batch
 */
public record Pass(int samples, int shards, boolean training, long seed, double freshness) {
    /** To learn from. */
    public static Pass learning(int samples, int shards, long seed) {
        return new Pass(samples, shards, true, seed, 1 - BatchNormalization.MOMENTUM);
    }

    /** To say what a network makes of them. */
    public static Pass predicting(int samples, int shards) {
        return new Pass(samples, shards, false, 0, 0);
    }

    /**
     * To measure the state of batch normalisation anew, as the mean over some batches.
     *
     * @param number
     *            of the batch, from 1
     */
    public static Pass settling(int samples, int shards, int number) {
        return new Pass(samples, shards, false, 0, 1.0 / number);
    }

    /** Whether batch normalisation goes by the batch. */
    public boolean measuresBatch() {
        return freshness > 0;
    }

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
