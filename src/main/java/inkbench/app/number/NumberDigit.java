package inkbench.app.number;

import inkbench.ink.Drawing;
import inkbench.ink.number.Box;
import inkbench.model.Prediction;

/**
 * One digit of a number that was read.
 *
 * @param drawing
 *            its strokes, some of them perhaps parts of strokes that were cut
 * @param box
 *            around them, in the drawing's units
 * @param pixels
 *            the 28×28 picture that the network saw, row by row, unsigned bytes
 */
public record NumberDigit(Drawing drawing, Box box, byte[] pixels, Prediction prediction) {}
