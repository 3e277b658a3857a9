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

    /** Where the middle of the canvas is, in units of its side from its edge. */
    private static final double CANVAS_MIDDLE = 0.5;

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
        return rasterize(drawing, Preparation.MNIST.withPenWidth(penWidth));
    }

    /**
     * Draws a digit in another way than MNIST's.
     *
     * @return as {@link #rasterize(Drawing)}
     */
    public static byte[] rasterize(Drawing drawing, Preparation preparation) {
        return steps(drawing, preparation).picture();
    }

    /** Draws a digit and keeps what it looks like on the way. */
    public static Steps steps(Drawing drawing, Preparation preparation) {
        if (drawing.isEmpty()) {
            return new Steps(drawing, new byte[SIZE * SIZE], new byte[SIZE * SIZE]);
        }
        var fit = Fit.of(drawing, preparation);
        return new Steps(fit.upright(), shades(fit.first(), preparation), shades(fit.last(), preparation));
    }

    /**
     * Where the points of a drawing lie in the picture that is made of it: in pixels from its left and its top edge. Some can lie
     * outside.
     *
     * @return the same strokes with the same points in other places, in small writing without those that repeat the one before;
     *         the empty drawing for an empty one
     */
    public static Drawing places(Drawing drawing, Preparation preparation) {
        if (drawing.isEmpty()) {
            return drawing;
        }
        var fit = Fit.of(drawing, preparation);
        var ink = fit.ink();
        return Shapes.mapped(
                fit.upright(),
                point -> new InkPoint(
                        fit.left() + fit.size() * ink.shareX(point.x()),
                        fit.top() + fit.size() * ink.shareY(point.y()),
                        point.millis()));
    }

    /**
     * Ink on its way into the picture.
     *
     * @param upright
     *            the strokes, upright if that was asked for
     * @param size
     *            pixels of the longer side of the points' box
     * @param left
     *            where the box begins, in pixels
     * @param top
     *            where the box begins, in pixels
     * @param first
     *            before it came to the middle
     */
    private record Fit(Drawing upright, NormalizedInk ink, double size, double left, double top, double pen,
            Coverage first) {
        static Fit of(Drawing drawing, Preparation preparation) {
            var even = Stairs.smoothed(drawing);
            var upright = preparation.deslanted() ? Shapes.deslanted(even) : even;
            var ink = NormalizedInk.of(upright);
            double box = preparation.box();
            double pen = preparation.penWidth() * box;
            double size = preparation.fitted() ? box - pen : SIZE * ink.longerSide();
            double left = preparation.fitted() ? pen / 2 : SIZE * (ink.left() + CANVAS_MIDDLE);
            double top = preparation.fitted() ? pen / 2 : SIZE * (ink.top() + CANVAS_MIDDLE);
            var first = ink.draw(size, pen, left, top);
            if (preparation.centred() && !first.isEmpty()) {
                // An index names the pixel whose centre lies half a pixel further.
                double centre = SIZE / 2 + 0.5;
                left = left + centre - first.centreX();
                top = top + centre - first.centreY();
            } else if (preparation.fitted()) {
                left = (SIZE - size * ink.width()) / 2;
                top = (SIZE - size * ink.height()) / 2;
            }
            return new Fit(upright, ink, size, left, top, pen, first);
        }

        Coverage last() {
            return ink.draw(size, pen, left, top);
        }
    }

    private static byte[] shades(Coverage coverage, Preparation preparation) {
        var pixels = coverage.toBytes();
        if (!preparation.grey()) {
            for (int i = 0; i < pixels.length; i++) {
                // Bytes from 128 on are negative.
                pixels[i] = (byte) (pixels[i] < 0 ? 255 : 0);
            }
        }
        return pixels;
    }

    /**
     * What a drawing looks like on its way to the network.
     *
     * @param strokes
     *            the strokes without a pointer's stairs, upright if that was asked for
     * @param fitted
     *            {@code SIZE × SIZE} unsigned bytes, row by row: the ink scaled, with its box at the top left corner, or where it
     *            is on the canvas
     * @param picture
     *            {@code SIZE × SIZE} unsigned bytes, row by row: what the network sees
     */
    public record Steps(Drawing strokes, byte[] fitted, byte[] picture) {}
}
