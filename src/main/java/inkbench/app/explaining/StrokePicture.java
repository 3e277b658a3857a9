package inkbench.app.explaining;

/**
 * Strokes in colours, on black.
 *
 * @param edge
 *            width and height in pixels
 * @param argb
 *            {@code edge × edge} colours {@code 0xAARRGGBB}, row by row, opaque; not to be written to
 */
public record StrokePicture(int edge, int[] argb) {}
