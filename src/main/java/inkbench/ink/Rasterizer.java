package inkbench.ink;

/**
 * Turns strokes into the 28×28 picture that MNIST would have made of them.
 *
 * <p>MNIST fits the longer side of the ink, pen included, to 20 pixels, with grey levels by area, and moves the centre of
 * mass to the centre of 28×28 (LeCun et al., "Gradient-based learning applied to document recognition", 1998; measured on
 * the files: index 14.0). Here the points are scaled before the pen is applied, so that the pen is always equally wide, and
 * the centre is met within a fraction of a pixel, where MNIST moved by whole ones: the picture doesn't jump while someone
 * draws, and nearest neighbours in MNIST read it better. Where and how large a drawing is, and in which order and direction
 * it was written, does not change a bit of the picture.
 */
public final class Rasterizer {
    /** Width and height of the picture. */
    public static final int SIZE = 28;

    /** Pixels of the longer side of the ink, pen included. */
    public static final int BOX = 20;

    /**
     * Width of the pen as a share of the ink's longer side. MNIST is written like this: much thinner strokes are not
     * recognised by what has learned from it.
     */
    public static final double PEN_WIDTH = 0.125;

    private Rasterizer() {}

    /**
     * Draws a digit with a pen of {@link #PEN_WIDTH}.
     *
     * @return {@code SIZE × SIZE} unsigned bytes, row by row, 0 for background; all 0 for an empty drawing. Ink that lies
     *         more than half a picture from the centre of mass is cut off
     */
    public static byte[] rasterize(Drawing drawing) {
        return rasterize(drawing, PEN_WIDTH);
    }

    /**
     * Draws a digit.
     *
     * @param penWidth
     *            width of the pen as a share of the ink's longer side, more than 0 and less than 1
     * @return as {@link #rasterize(Drawing)}
     */
    public static byte[] rasterize(Drawing drawing, double penWidth) {
        if (!(penWidth > 0 && penWidth < 1)) {
            throw new IllegalArgumentException("A pen is wider than 0 and narrower than the digit: " + penWidth);
        }
        if (drawing.isEmpty()) {
            return new byte[SIZE * SIZE];
        }
        double pen = penWidth * BOX;
        var ink = NormalizedInk.of(drawing);
        var atOrigin = ink.draw(BOX - pen, pen, pen / 2, pen / 2);
        // An index names the pixel whose centre lies half a pixel further.
        double centre = SIZE / 2 + 0.5;
        double left = pen / 2 + centre - atOrigin.centreX();
        double top = pen / 2 + centre - atOrigin.centreY();
        return ink.draw(BOX - pen, pen, left, top).toBytes();
    }
}
