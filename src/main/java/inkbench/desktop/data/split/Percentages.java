package inkbench.desktop.data.split;

import java.util.stream.Stream;

import inkbench.data.Part;
import inkbench.data.split.SplitShares;

/**
 * Shares in whole per cent that always add up to 100.
 *
 * @param train
 *            1…100; there is always something to learn from
 * @param test
 *            0…99
 * @param holdout
 *            0…99
 */
record Percentages(int train, int test, int holdout) {
    static final int WHOLE = 100;
    /** As in the walkthrough. */
    static final Percentages USUAL = new Percentages(60, 20, 20);

    Percentages {
        if (train < 1 || test < 0 || holdout < 0 || train + test + holdout != WHOLE) {
            throw new IllegalArgumentException(train + "%, " + test + "% and " + holdout + "% are no whole");
        }
    }

    int of(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case TEST -> test;
            case HOLDOUT -> holdout;
        };
    }

    SplitShares shares() {
        // Not 1 minus the others: 0.6 has to be the 0.6 that somebody types on the command line.
        return new SplitShares(train / 100.0, test / 100.0, holdout / 100.0);
    }

    /**
     * The same with another share for one part, as far as that is possible: what it gets the others give, and what it gives
     * they get, the first of {@link Part} before the next.
     *
     * @param fixed
     *            a part that neither gives nor gets, or null
     */
    Percentages with(Part part, int percent, Part fixed) {
        var values = new int[]{train, test, holdout};
        int open = WHOLE - (fixed == null ? 0 : of(fixed));
        values[part.ordinal()] = Math.clamp(percent, least(part), open - (part == Part.TRAIN ? 0 : 1));
        int left = values[part.ordinal()] - of(part);
        for (var other : Stream.of(Part.values()).filter(other -> other != part && other != fixed).toList()) {
            int before = values[other.ordinal()];
            values[other.ordinal()] = Math.max(least(other), before - left);
            left -= before - values[other.ordinal()];
        }
        return new Percentages(values[0], values[1], values[2]);
    }

    /** The same without a part, whose share is learned from. */
    Percentages without(Part part) {
        return with(part, 0, null);
    }

    /**
     * The same with the boundary between two parts, which lie side by side in the order of {@link Part}, at another place.
     *
     * @param left
     *            the part to the left of the boundary
     * @param percent
     *            what lies to the left of the boundary
     */
    Percentages withBoundary(Part left, int percent) {
        if (left == Part.TRAIN) {
            int moved = Math.clamp(percent, 1, train + test);
            return new Percentages(moved, train + test - moved, holdout);
        }
        int moved = Math.clamp(percent, train, WHOLE);
        return new Percentages(train, moved - train, WHOLE - moved);
    }

    private static int least(Part part) {
        return part == Part.TRAIN ? 1 : 0;
    }
}
