package inkbench.desktop.draw.answer;

import inkbench.ink.Drawing;

/**
 * A drawing that was read.
 *
 * @param drawing
 *            the strokes; none of a photo
 * @param pixels
 *            the 28×28 picture that the network saw, row by row, unsigned bytes
 */
public record Seen(Drawing drawing, byte[] pixels, Answer answer) {}
