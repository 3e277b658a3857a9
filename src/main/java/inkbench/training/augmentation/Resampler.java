package inkbench.training.augmentation;

/**
 * Draws a canvas anew: for every pixel, where it comes from, and what is there, interpolated between the four pixels around.
 *
 * <p>All numbers are whole ones, which gives the same result on every machine: places have {@value #PLACE_BITS} bits behind the
 * point, weights {@value #WEIGHT_BITS}, resulting greys {@value #GREY_BITS} behind those of a byte.
 */
final class Resampler {
    /** Bits of a place behind the point. */
    static final int PLACE_BITS = 16;

    private static final int WEIGHT_BITS = 8;
    private static final int ONE = 1 << WEIGHT_BITS;

    /** Bits of a resulting grey value behind those of a byte. */
    static final int GREY_BITS = Canvas.GREY_BITS + 2 * WEIGHT_BITS;

    private final int height;
    private final int width;
    private final int[] columns;
    private final int[] rows;
    private final int[] bendX;
    private final int[] bendY;
    private final int[] places;
    private final int[] weightsX;
    private final int[] weightsY;

    Resampler(int height, int width) {
        this.height = height;
        this.width = width;
        int size = height * width;
        columns = new int[size];
        rows = new int[size];
        for (int i = 0; i < size; i++) {
            columns[i] = i % width;
            rows[i] = i / width;
        }
        bendX = new int[size];
        bendY = new int[size];
        places = new int[size];
        weightsX = new int[size];
        weightsY = new int[size];
    }

    /** Draws how far from where it otherwise would each pixel comes from. Without this it is 0. */
    void bend(ElasticField field, SampleRandom random) {
        field.draw(random, bendX, bendY);
    }

    /**
     * Draws all pixels.
     *
     * @param target
     *            receives {@code height × width} greys, a byte's shifted by {@link #GREY_BITS}
     */
    void draw(Canvas canvas, Distortion distortion, int[] target) {
        locate(distortion, canvas.stride(), canvas.origin());
        interpolate(canvas.pairs(), target);
    }

    /** The inverse of: lean, turn and scale around the centre, then shift. */
    private void locate(Distortion distortion, int stride, int origin) {
        double shear = distortion.shear;
        double sine = Angles.sine(distortion.angle) / distortion.scale;
        double cosine = Angles.cosine(distortion.angle) / distortion.scale;
        double xx = cosine + shear * sine;
        double xy = shear * cosine - sine;
        double yx = sine;
        double yy = cosine;
        double centreX = (width - 1) / 2.0;
        double centreY = (height - 1) / 2.0;
        double fromX = centreX + distortion.shiftX;
        double fromY = centreY + distortion.shiftY;
        // Weights are rounded to the nearest.
        int half = 1 << PLACE_BITS - WEIGHT_BITS - 1;
        int x0 = place(centreX - xx * fromX - xy * fromY) + half;
        int y0 = place(centreY - yx * fromX - yy * fromY) + half;
        locate(place(xx), place(xy), x0, place(yx), place(yy), y0, stride, origin);
    }

    private static int place(double pixels) {
        return (int) Math.round(pixels * (1 << PLACE_BITS));
    }

    // One loop over all pixels, because the compiler makes vectors of long loops only.
    private void locate(int xx, int xy, int x0, int yx, int yy, int y0, int stride, int origin) {
        int least = -Canvas.MARGIN << PLACE_BITS;
        int mostX = width + Canvas.MARGIN - 1 << PLACE_BITS;
        int mostY = height + Canvas.MARGIN - 1 << PLACE_BITS;
        for (int i = 0; i < places.length; i++) {
            int x = x0 + xx * columns[i] + xy * rows[i] + bendX[i];
            int y = y0 + yx * columns[i] + yy * rows[i] + bendY[i];
            x = Math.max(least, Math.min(mostX, x));
            y = Math.max(least, Math.min(mostY, y));
            places[i] = origin + (y >> PLACE_BITS) * stride + (x >> PLACE_BITS);
            weightsX[i] = x >> PLACE_BITS - WEIGHT_BITS & ONE - 1;
            weightsY[i] = y >> PLACE_BITS - WEIGHT_BITS & ONE - 1;
        }
    }

    private void interpolate(long[] pairs, int[] target) {
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            int right = weightsX[i];
            long pair = pairs[place] * (ONE - right) + pairs[place + 1] * right;
            int upper = (int) pair;
            int lower = (int) (pair >>> Integer.SIZE);
            target[i] = (upper << WEIGHT_BITS) + (lower - upper) * weightsY[i];
        }
    }
}
