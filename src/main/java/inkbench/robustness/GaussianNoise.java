package inkbench.robustness;

import java.util.SplittableRandom;

/**
 * A normal deviate of its own added to every pixel, cut off at blank paper and at full ink, as Hendrycks and Dietterich,
 * "Benchmarking Neural Network Robustness to Common Corruptions and Perturbations" (ICLR 2019), have it. Normal deviates by Box
 * and Muller, "A Note on the Generation of Random Normal Deviates" (1958): the same bits on every machine.
 */
final class GaussianNoise {
    private static final int FULL = 255;

    private GaussianNoise() {}

    /**
     * Adds noise.
     *
     * @param deviation
     *            its standard deviation as a share of full ink
     */
    static void add(Picture source, double deviation, SplittableRandom random, byte[] target) {
        double spread = deviation * FULL;
        for (int i = 0; i < source.size(); i += 2) {
            double length = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            double angle = random.nextDouble(2 * Math.PI);
            target[i] = Picture.grey(source.ink(i) + spread * length * StrictMath.cos(angle));
            if (i + 1 < source.size()) {
                target[i + 1] = Picture.grey(source.ink(i + 1) + spread * length * StrictMath.sin(angle));
            }
        }
    }
}
