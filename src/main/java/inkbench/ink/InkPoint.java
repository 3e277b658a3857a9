package inkbench.ink;

/**
 * Where the pen was.
 *
 * @param x
 *            to the right, in any unit
 * @param y
 *            down, in the same unit
 * @param millis
 *            milliseconds since the first point of the drawing
 */
public record InkPoint(double x, double y, double millis) {}
