package inkbench.training.augmentation;

/**
 * A picture with a margin of empty pixels around it, so that neighbours of pixels and places outside can be read without asking
 * whether they exist. It is two pixels wide: the inner one may receive ink when strokes become thicker, the outer one stays
 * empty. A row's right margin is the next row's left one.
 *
 * <p>The compiler makes vectors of the loops here for two reasons: each writes an array of another type than it reads, so that they
 * can't overlap; and the distance to the pixel beside is a field like the one to the pixel below. With a plain 1, it reuses what
 * it has read for the neighbour, and then computes one pixel after the other, five times as slowly.
 */
final class Canvas {
    /** Empty pixels on every side. */
    static final int MARGIN = 2;
    /** Bits of a grey value behind those of a byte, so that blending doesn't round visibly. */
    static final int GREY_BITS = 7;

    private static final int SHARE_BITS = 10;
    private static final int LARGEST_SIDE = 1024;

    private final int height;
    private final int width;
    private final int stride;
    private final int beside;
    private final int origin;
    private final int[] dense;
    private final int[] greys;
    private final float[] strokes;
    private final long[] pairs;

    /**
     * An empty canvas.
     *
     * @throws IllegalArgumentException
     *             for sides outside of 1…1024, with which places could overflow
     */
    Canvas(int height, int width) {
        if (height < 1 || width < 1 || height > LARGEST_SIDE || width > LARGEST_SIDE) {
            throw new IllegalArgumentException(
                    "A picture has from 1×1 to " + LARGEST_SIDE + "×" + LARGEST_SIDE + " pixels: " + height + "×"
                            + width);
        }
        this.height = height;
        this.width = width;
        stride = width + 2 * MARGIN;
        beside = 1;
        origin = MARGIN * stride + MARGIN;
        dense = new int[height * width];
        greys = new int[(height + 2 * MARGIN) * stride];
        strokes = new float[greys.length];
        // The outer margin's last pixel is interpolated with one more.
        pairs = new long[greys.length + 1];
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    /** From a pixel's index to that of the one below. */
    int stride() {
        return stride;
    }

    /** Index of the picture's first pixel. */
    int origin() {
        return origin;
    }

    /** Every pixel in the lower half and the one below it in the upper half, so that one multiplication weighs both. */
    long[] pairs() {
        return pairs;
    }

    /**
     * Takes a picture.
     *
     * @param pixels
     *            row by row, 0…255
     * @param thickness
     *            what is added to every side of a stroke, in pixels, in [−1, 1]
     */
    void draw(byte[] pixels, double thickness) {
        for (int i = 0; i < dense.length; i++) {
            dense[i] = (pixels[i] & 0xFF) << GREY_BITS;
        }
        for (int y = 0; y < height; y++) {
            System.arraycopy(dense, y * width, greys, origin + y * stride, width);
        }
        int share = (int) Math.round(thickness * (1 << SHARE_BITS));
        if (share > 0) {
            thicken(greys, strokes, stride, beside, share);
        } else if (share < 0) {
            thin(greys, strokes, stride, beside, -share);
        } else {
            copy(greys, strokes);
        }
        pair(strokes, pairs, stride);
    }

    /**
     * A blend with the grey-scale dilation by a pixel and its four neighbours (Serra, "Image Analysis and Mathematical
     * Morphology", 1982). Blending makes the thickness continuous.
     */
    private static void thicken(int[] greys, float[] strokes, int stride, int beside, int share) {
        for (int i = stride; i < greys.length - stride; i++) {
            int most = Math.max(
                    Math.max(greys[i], Math.max(greys[i - beside], greys[i + beside])),
                    Math.max(greys[i - stride], greys[i + stride]));
            strokes[i] = greys[i] + ((most - greys[i]) * share >> SHARE_BITS);
        }
    }

    /** The same with the erosion, of which a blend leaves something even of a stroke that is one pixel wide. */
    private static void thin(int[] greys, float[] strokes, int stride, int beside, int share) {
        for (int i = stride; i < greys.length - stride; i++) {
            int least = Math.min(
                    Math.min(greys[i], Math.min(greys[i - beside], greys[i + beside])),
                    Math.min(greys[i - stride], greys[i + stride]));
            strokes[i] = greys[i] + ((least - greys[i]) * share >> SHARE_BITS);
        }
    }

    private static void copy(int[] greys, float[] strokes) {
        for (int i = 0; i < greys.length; i++) {
            strokes[i] = greys[i];
        }
    }

    private static void pair(float[] strokes, long[] pairs, int stride) {
        for (int i = 0; i < strokes.length - stride; i++) {
            pairs[i] = (int) strokes[i] | (long) (int) strokes[i + stride] << Integer.SIZE;
        }
    }
}
