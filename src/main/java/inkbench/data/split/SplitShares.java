package inkbench.data.split;

import inkbench.data.Part;

/**
 * How much of a set goes to each part.
 *
 * @param train
 *            to learn from, 0…1
 * @param test
 *            to test with, 0…1
 * @param holdout
 *            to keep aside, 0…1; the three add up to 1
 */
public record SplitShares(double train, double test, double holdout) {
    /** Shares such as 0.7, 0.2 and 0.1 don't add up to exactly 1. */
    private static final double ROUNDING = 1e-9;

    public SplitShares {
        if (!isShare(train) || !isShare(test) || !isShare(holdout)
                || Math.abs(train + test + holdout - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "Shares " + train + ", " + test + " and " + holdout + " don't add up to 1");
        }
    }

    private static boolean isShare(double share) {
        return share >= 0 && share <= 1;
    }

    /** The share of one part. */
    public double of(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case TEST -> test;
            case HOLDOUT -> holdout;
        };
    }
}
