package inkbench.robustness;

/**
 * A mean of each pixel's surroundings, weighted with the normal density exp(−d² / 2σ²), first along rows and then along columns
 * (Gonzalez and Woods, "Digital Image Processing", 4th ed. 2018, section 3.5). The weights end at 4 σ, as those of scipy's
 * {@code gaussian_filter} do, and sum up to 1.
 */
final class GaussianBlur {
    private static final double ENDS_AT = 4;

    private GaussianBlur() {}

    /**
     * Blurs.
     *
     * @param sigma
     *            in pixels
     */
    static void blur(Picture source, double sigma, byte[] target) {
        var weights = weights(sigma);
        int width = source.width();
        int height = source.height();
        var greys = new double[source.size()];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = source.ink(i);
        }
        var rows = new double[greys.length];
        for (int i = 0; i < greys.length; i++) {
            rows[i] = mean(greys, i, 1, i % width, width, weights);
        }
        for (int i = 0; i < greys.length; i++) {
            target[i] = Picture.grey(mean(rows, i, width, i / width, height, weights));
        }
    }

    /** The weighted mean along one line of pixels, of which this is number {@code at} of {@code length}. */
    private static double mean(double[] greys, int place, int step, int at, int length, double[] weights) {
        double sum = weights[0] * greys[place];
        for (int far = 1; far < weights.length; far++) {
            double before = far <= at ? greys[place - far * step] : 0;
            double after = at + far < length ? greys[place + far * step] : 0;
            sum += weights[far] * (before + after);
        }
        return sum;
    }

    /** By distance from 0. */
    private static double[] weights(double sigma) {
        var weights = new double[(int) Math.ceil(ENDS_AT * sigma) + 1];
        double sum = 0;
        for (int far = 0; far < weights.length; far++) {
            weights[far] = StrictMath.exp(-far * far / (2 * sigma * sigma));
            sum += far == 0 ? weights[far] : 2 * weights[far];
        }
        for (int far = 0; far < weights.length; far++) {
            weights[far] /= sum;
        }
        return weights;
    }
}
