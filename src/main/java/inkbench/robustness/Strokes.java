package inkbench.robustness;

/**
 * Thicker and thinner strokes: grey-scale dilation and erosion (Serra, "Image Analysis and Mathematical Morphology", 1982) with
 * a disc. So that the radius needn't be whole, the disc has a soft edge one pixel wide: a pixel at distance d belongs to a disc
 * of radius r with the weight w(d) = min(1, max(0, r + 1 − d)), and dilation is max w(q − p) · ink(q), as Bloch and Maître,
 * "Fuzzy mathematical morphologies", Pattern Recognition 28 (1995), have it with the product. Erosion is the same of the paper
 * in place of the ink. Pixels beyond the picture count for neither.
 */
final class Strokes {
    private static final int FULL = 255;

    private Strokes() {}

    /** Adds so many pixels of ink to every side of every stroke. */
    static void thicken(Picture source, double pixels, byte[] target) {
        change(source, pixels, 0, target);
    }

    /** Takes as many away. */
    static void thin(Picture source, double pixels, byte[] target) {
        change(source, pixels, FULL, target);
    }

    /** Dilates the difference from {@code ground}: of the ink from 0, of the paper from 255. */
    private static void change(Picture source, double radius, int ground, byte[] target) {
        int reach = (int) Math.ceil(radius);
        var disc = disc(radius, reach);
        int width = source.width();
        for (int y = 0; y < source.height(); y++) {
            for (int x = 0; x < width; x++) {
                double most = 0;
                for (int toY = Math.max(0, y - reach); toY <= Math.min(source.height() - 1, y + reach); toY++) {
                    for (int toX = Math.max(0, x - reach); toX <= Math.min(width - 1, x + reach); toX++) {
                        double weight = disc[(toY - y + reach) * (2 * reach + 1) + toX - x + reach];
                        most = Math.max(most, weight * Math.abs(source.ink(toY * width + toX) - ground));
                    }
                }
                target[y * width + x] = (byte) Math.abs(ground - (Picture.grey(most) & 0xFF));
            }
        }
    }

    private static double[] disc(double radius, int reach) {
        int side = 2 * reach + 1;
        var weights = new double[side * side];
        for (int i = 0; i < weights.length; i++) {
            int down = i / side - reach;
            int right = i % side - reach;
            weights[i] = Math.clamp(radius + 1 - Math.sqrt(right * right + down * down), 0, 1);
        }
        return weights;
    }
}
