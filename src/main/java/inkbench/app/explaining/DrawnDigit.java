package inkbench.app.explaining;

import inkbench.ink.Drawing;
import inkbench.ink.Preparation;

/**
 * What was drawn, and the picture that a network saw of it.
 *
 * @param drawing
 *            the strokes; none of a photo
 * @param preparation
 *            how they became the picture
 * @param pixels
 *            {@code height × width} unsigned bytes, row by row; not to be written to
 */
public record DrawnDigit(Drawing drawing, Preparation preparation, byte[] pixels) {}
