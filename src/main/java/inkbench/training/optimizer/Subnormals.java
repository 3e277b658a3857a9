package inkbench.training.optimizer;

/**
 * Keeps what rules remember out of the subnormal numbers. What is remembered of a weight whose gradient stays 0, such as
 * one of a unit that ReLU has silenced, decays until it is one, and never gets to 0 by rounding; processors need ten times
 * as long for such numbers.
 */
final class Subnormals {
    // Half a unit in its last place is above the least normal number, yet far below what any epsilon leaves to see.
    private static final float BIAS = 1e-30f;

    private Subnormals() {}

    /** The value to the nearest 1e-37, without a branch, which would keep the loop from being vectorised. */
    static float removed(float value) {
        return value + BIAS - BIAS;
    }
}
