package inkbench.training.augmentation;

/**
 * Sine and cosine that are the same on every machine, as those of {@link Math} needn't be, and that allocate nothing, as those of
 * {@link StrictMath} do.
 */
final class Angles {
    private static final int TERMS = 8;

    private Angles() {}

    /** To 14 digits, for angles in [−3π/2, 3π/2]: the Taylor series of a ninth, then twice {@code sin 3x = 3 sin x − 4 sin³ x}. */
    static double sine(double radians) {
        double ninth = radians / 9;
        double square = ninth * ninth;
        double series = 1;
        for (int k = 2 * TERMS; k > 0; k -= 2) {
            series = 1 - square / (k * (k + 1)) * series;
        }
        return triple(triple(ninth * series));
    }

    /** To 14 digits, for angles in [−π, π]. */
    static double cosine(double radians) {
        return sine(radians + Math.PI / 2);
    }

    private static double triple(double sine) {
        return sine * (3 - 4 * sine * sine);
    }
}
