package inkbench.ink;

/**
 * How strokes become the picture that a network sees. Networks have learned from pictures that were made by {@link #MNIST};
 * other ways show what each step is good for.
 *
 * @param deslanted
 *            whether the writing is sheared upright first
 * @param fitted
 *            whether the ink is scaled to the box; if not, the square from −½ to ½ of the drawing's units, which is the canvas,
 *            becomes the picture
 * @param centred
 *            whether the centre of mass comes to the middle; if not, the middle of the ink's box does, or what isn't fitted stays
 *            where it is
 * @param grey
 *            whether pixels at the edge of ink are grey by area; if not, each is black or white
 * @param box
 *            pixels of the longer side of the fitted ink, pen included, more than 0 and at most {@link Rasterizer#SIZE}
 * @param penWidth
 *            width of the pen as a share of the box, more than 0 and less than 1
 */
public record Preparation(boolean deslanted, boolean fitted, boolean centred, boolean grey, double box,
        double penWidth) {
    /** How MNIST was made. */
    public static final Preparation MNIST = new Preparation(
            false, true, true, true, Rasterizer.BOX, Rasterizer.PEN_WIDTH);

    /**
     * Checks that there is a box and a pen.
     *
     * @throws IllegalArgumentException
     *             if one of them has no size, or is too large
     */
    public Preparation {
        if (!(box > 0 && box <= Rasterizer.SIZE)) {
            throw new IllegalArgumentException("A box has more than 0 and at most 28 pixels: " + box);
        }
        if (!(penWidth > 0 && penWidth < 1)) {
            throw new IllegalArgumentException("A pen is wider than 0 and narrower than the digit: " + penWidth);
        }
    }

    /** The same with or without upright writing. */
    public Preparation withDeslanted(boolean on) {
        return new Preparation(on, fitted, centred, grey, box, penWidth);
    }

    /** The same with or without scaling to the box. */
    public Preparation withFitted(boolean on) {
        return new Preparation(deslanted, on, centred, grey, box, penWidth);
    }

    /** The same with the centre of mass in the middle or without. */
    public Preparation withCentred(boolean on) {
        return new Preparation(deslanted, fitted, on, grey, box, penWidth);
    }

    /** The same with or without grey. */
    public Preparation withGrey(boolean on) {
        return new Preparation(deslanted, fitted, centred, on, box, penWidth);
    }

    /** The same with another box. */
    public Preparation withBox(double pixels) {
        return new Preparation(deslanted, fitted, centred, grey, pixels, penWidth);
    }

    /** The same with another pen. */
    public Preparation withPenWidth(double share) {
        return new Preparation(deslanted, fitted, centred, grey, box, share);
    }
}
