package inkbench.ink.photo;

/**
 * The brightness of the paper or the board behind the ink, which no light makes the same everywhere.
 *
 * <p>Looked at from afar, what is narrower than a window disappears under a morphological opening (Serra, "Image Analysis and
 * Mathematical Morphology", 1982), and a ground that changes slowly stays.
 */
final class Ground {
    /** A pixel from afar is so small that the longer side has this many. */
    private static final int SEEN_FROM_AFAR = 96;
    /** Half a window, as a share of the shorter side: wider than any pen, and narrower than the shadow of a hand. */
    private static final double REACH = 0.15;
    private static final int TERMS = 6;
    /** Of 255: a darker paper reflects too little to tell how much. */
    private static final float DARKEST_PAPER = 32;
    private static final float WHITE = 255;

    private Ground() {}

    /**
     * Whether ink is darker than the ground: there is less of it, so that the values that lie farthest from a smooth surface
     * through all of them are the ink's.
     */
    static boolean isDarkOnLight(Plane greys) {
        var afar = greys.shrunk(factor(greys));
        var surface = surface(afar);
        double skewness = 0;
        for (int i = 0; i < afar.values().length; i++) {
            double difference = afar.values()[i] - surface[i];
            skewness += difference * difference * difference;
        }
        return skewness < 0;
    }

    /**
     * How much ink every pixel has, from 0 to 255, but for noise: of dark ink the share of the light that it takes away, of
     * light ink how much brighter it is.
     */
    static Plane contrast(Plane greys, boolean darkOnLight) {
        var light = darkOnLight ? greys.mapped(value -> WHITE - value) : greys;
        int factor = factor(light);
        var afar = light.shrunk(factor);
        int reach = Math.max(2, (int) Math.round(REACH * afar.shorterSide()));
        // Without a margin half of a window is missing at the edges, and a ground that rises there would look like ink.
        int margin = 2 * reach;
        var ground = afar.extended(margin)
                .least(reach)
                .greatest(reach)
                .blurred(Math.max(1, reach / 2))
                .part(margin, margin, afar.width(), afar.height());
        var contrast = new Plane(light.width(), light.height());
        for (int y = 0; y < light.height(); y++) {
            for (int x = 0; x < light.width(); x++) {
                float behind = ground.between((x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5);
                float above = light.at(x, y) - behind;
                float most = darkOnLight ? Math.max(DARKEST_PAPER, WHITE - behind) : WHITE;
                contrast.values()[y * light.width() + x] = above * WHITE / most;
            }
        }
        float middle = contrast.quantile(0.5);
        return contrast.mapped(value -> Math.clamp(value - middle, 0, WHITE));
    }

    private static int factor(Plane greys) {
        return Math.max(1, Math.ceilDiv(greys.longerSide(), SEEN_FROM_AFAR));
    }

    /** The surface of second degree that is nearest to all values, by least squares. */
    private static double[] surface(Plane plane) {
        var left = new double[TERMS][TERMS];
        var right = new double[TERMS];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                var terms = terms(plane, x, y);
                for (int i = 0; i < TERMS; i++) {
                    right[i] += terms[i] * plane.at(x, y);
                    for (int k = 0; k < TERMS; k++) {
                        left[i][k] += terms[i] * terms[k];
                    }
                }
            }
        }
        var factors = solve(left, right);
        var surface = new double[plane.values().length];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                var terms = terms(plane, x, y);
                for (int i = 0; i < TERMS; i++) {
                    surface[y * plane.width() + x] += factors[i] * terms[i];
                }
            }
        }
        return surface;
    }

    private static double[] terms(Plane plane, int x, int y) {
        double across = plane.width() == 1 ? 0 : 2.0 * x / (plane.width() - 1) - 1;
        double down = plane.height() == 1 ? 0 : 2.0 * y / (plane.height() - 1) - 1;
        return new double[]{1, across, down, across * across, across * down, down * down};
    }

    /** Gaussian elimination; a term that says nothing, as in a picture of one row, gets the factor 0. */
    private static double[] solve(double[][] left, double[] right) {
        for (int i = 0; i < TERMS; i++) {
            left[i][i] += 1e-9 * left[0][0];
        }
        for (int pivot = 0; pivot < TERMS; pivot++) {
            for (int row = pivot + 1; row < TERMS; row++) {
                double share = left[row][pivot] / left[pivot][pivot];
                for (int k = pivot; k < TERMS; k++) {
                    left[row][k] -= share * left[pivot][k];
                }
                right[row] -= share * right[pivot];
            }
        }
        var factors = new double[TERMS];
        for (int row = TERMS - 1; row >= 0; row--) {
            double rest = right[row];
            for (int k = row + 1; k < TERMS; k++) {
                rest -= left[row][k] * factors[k];
            }
            factors[row] = rest / left[row][row];
        }
        return factors;
    }
}
