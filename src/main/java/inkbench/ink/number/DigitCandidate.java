package inkbench.ink.number;

import inkbench.ink.Drawing;

/**
 * Ink that may be one digit of a number.
 *
 * @param drawing
 *            its strokes, some of them perhaps parts of strokes that were cut
 * @param box
 *            around them
 * @param from
 *            its first piece
 * @param to
 *            behind its last piece
 * @param shape
 *            how probable its size and the distances between its pieces make it that this is one digit: a logarithm
 */
public record DigitCandidate(Drawing drawing, Box box, int from, int to, double shape) {}
