package inkbench.data.generator;

/**
 * A smooth field of small displacements: a few long waves in every direction.
 */
final class Wobble {
    private static final int WAVES = 4;

    private final Wave[] x;
    private final Wave[] y;

    private Wobble(Wave[] x, Wave[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * A field.
     *
     * @param size
     *            its standard deviation, in hundredths of a digit's height
     */
    static Wobble of(double size, Chance chance) {
        return new Wobble(waves(size, chance), waves(size, chance));
    }

    private static Wave[] waves(double size, Chance chance) {
        var waves = new Wave[WAVES];
        // The mean square of a sine is one half.
        double amplitude = size * Math.sqrt(2.0 / WAVES);
        for (int i = 0; i < WAVES; i++) {
            double length = chance.between(110, 280);
            double direction = chance.between(0, 2 * Math.PI);
            double frequency = 2 * Math.PI / length;
            waves[i] = new Wave(
                    amplitude,
                    frequency * StrictMath.cos(direction),
                    frequency * StrictMath.sin(direction),
                    chance.between(0, 2 * Math.PI));
        }
        return waves;
    }

    /** How far a place is moved to the right. */
    double x(double x, double y) {
        return sum(this.x, x, y);
    }

    /** How far a place is moved down. */
    double y(double x, double y) {
        return sum(this.y, x, y);
    }

    private static double sum(Wave[] waves, double x, double y) {
        double sum = 0;
        for (var wave : waves) {
            sum += wave.amplitude * StrictMath.sin(wave.frequencyX * x + wave.frequencyY * y + wave.phase);
        }
        return sum;
    }

    private record Wave(double amplitude, double frequencyX, double frequencyY, double phase) {}
}
