package inkbench.ink;

/** Turns strokes into the 28×28 picture that MNIST would have made of them. */
public final class Rasterizer {
    /** Width and height of the picture. */
    public static final int SIZE = 28;

    private Rasterizer() {}

    /**
     * Draws a digit.
     *
     * @return {@code SIZE × SIZE} unsigned bytes, row by row, 0 for background; all 0 for an empty drawing
     */
    public static byte[] rasterize(Drawing drawing) {
        throw new UnsupportedOperationException("stub");
    }
}
