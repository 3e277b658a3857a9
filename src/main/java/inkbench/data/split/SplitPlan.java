package inkbench.data.split;

/**
 * How a set is to be cut into parts.
 *
 * @param shares
 *            of each part
 * @param use
 *            how much of the set to use at all, in (0, 1], of every class alike
 * @param by
 *            what decides which images go together
 * @param seed
 *            decides which images go where
 */
public record SplitPlan(SplitShares shares, double use, By by, long seed) {
    /** What decides which images go together. */
    public enum By {
        /** Every part has the same mix of classes. */
        CLASS,
        /** All images of a writer are in the same part. */
        WRITER
    }

    public SplitPlan {
        if (!(use > 0 && use <= 1)) {
            throw new IllegalArgumentException("A share of " + use + " to use");
        }
    }
}
