package inkbench.robustness;

import java.util.SplittableRandom;

/**
 * Moves, turns and resizes a picture: every pixel gets the ink of the place it comes from, bilinear between the four pixels
 * around that place (Gonzalez and Woods, "Digital Image Processing", 4th ed. 2018, section 2.5).
 *
 * @param xx
 *            how far the place moves to the right from one pixel to the next on its right
 * @param xy
 *            the same from one pixel to the next below
 * @param yx
 *            how far the place moves down from one pixel to the next on its right
 * @param yy
 *            the same from one pixel to the next below
 * @param fromX
 *            how far to the right of the centre the place of the central pixel is
 * @param fromY
 *            how far below the centre it is
 */
record AffineMap(double xx, double xy, double yx, double yy, double fromX, double fromY) {

    /** Moves the ink so many pixels in a random direction. */
    static void shift(Picture source, double pixels, SplittableRandom random, byte[] target) {
        double direction = random.nextDouble(2 * Math.PI);
        double right = pixels * StrictMath.cos(direction);
        double down = pixels * StrictMath.sin(direction);
        new AffineMap(1, 0, 0, 1, -right, -down).draw(source, target);
    }

    /** Turns the ink about the centre, randomly to one side or the other. */
    static void rotate(Picture source, double degrees, SplittableRandom random, byte[] target) {
        double angle = StrictMath.toRadians(random.nextBoolean() ? degrees : -degrees);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        new AffineMap(cosine, -sine, sine, cosine, 0, 0).draw(source, target);
    }

    /** Makes the ink {@code 1 + more} times as large or as small, about the centre and at random. */
    static void resize(Picture source, double more, SplittableRandom random, byte[] target) {
        double step = random.nextBoolean() ? 1 / (1 + more) : 1 + more;
        new AffineMap(step, 0, 0, step, 0, 0).draw(source, target);
    }

    private void draw(Picture source, byte[] target) {
        double centreX = (source.width() - 1) / 2.0;
        double centreY = (source.height() - 1) / 2.0;
        for (int row = 0; row < source.height(); row++) {
            double down = row - centreY;
            for (int column = 0; column < source.width(); column++) {
                double right = column - centreX;
                double x = centreX + fromX + xx * right + xy * down;
                double y = centreY + fromY + yx * right + yy * down;
                target[row * source.width() + column] = Picture.grey(between(source, x, y));
            }
        }
    }

    private static double between(Picture source, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double below = y - top;
        double upper = (1 - right) * source.ink(left, top) + right * source.ink(left + 1, top);
        double lower = (1 - right) * source.ink(left, top + 1) + right * source.ink(left + 1, top + 1);
        return (1 - below) * upper + below * lower;
    }
}
