package inkbench.robustness;

import java.util.SplittableRandom;

/**
 * A square of blank paper on the picture, after DeVries and Taylor, "Improved Regularization of Convolutional Neural Networks
 * with Cutout" (2017). Unlike theirs it lies wholly on the picture, anywhere with the same probability. Pixels that it covers in
 * part keep the rest of their ink.
 */
final class CoveringSquare {
    private CoveringSquare() {}

    /**
     * Covers.
     *
     * @param share
     *            the square's side as a share of the picture's shorter one, 0…1
     */
    static void cover(Picture source, double share, SplittableRandom random, byte[] target) {
        double side = share * Math.min(source.width(), source.height());
        double left = random.nextDouble() * (source.width() - side);
        double top = random.nextDouble() * (source.height() - side);
        for (int i = 0; i < source.size(); i++) {
            double wide = overlap(i % source.width(), left, side);
            double high = overlap(i / source.width(), top, side);
            target[i] = Picture.grey(source.ink(i) * (1 - wide * high));
        }
    }

    /** How much of a pixel from {@code at} to {@code at + 1} lies between {@code from} and {@code from + length}. */
    private static double overlap(int at, double from, double length) {
        return Math.max(0, Math.min(at + 1, from + length) - Math.max(at, from));
    }
}
