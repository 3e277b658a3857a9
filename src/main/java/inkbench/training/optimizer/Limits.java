package inkbench.training.optimizer;

/** Checks of settings. */
final class Limits {
    private Limits() {}

    /** A number above 0 that a float can hold. */
    static void requirePositive(String what, double value) {
        require(value > 0 && value <= Float.MAX_VALUE, what, "lies above 0 and is finite", value);
    }

    /** A share or decay: from 0 up to, but not including, 1. */
    static void requireFraction(String what, double value) {
        require(value >= 0 && value < 1, what, "lies in [0, 1)", value);
    }

    /** A factor above 0, and at most 1. */
    static void requireReduction(String what, double value) {
        require(value > 0 && value <= 1, what, "lies in (0, 1]", value);
    }

    /** A number of 1 or more that is finite. */
    static void requireDivisor(String what, double value) {
        require(value >= 1 && Double.isFinite(value), what, "is at least 1 and finite", value);
    }

    /** A count of 1 or more. */
    static void requireAtLeastOne(String what, long value) {
        require(value >= 1, what, "is at least 1", value);
    }

    static void require(boolean met, String what, String expected, Object found) {
        if (!met) {
            throw new IllegalArgumentException(what + " " + expected + ": " + found);
        }
    }
}
