package inkbench.ink;

/**
 * Where the pen was.
 *
 * @param x
 *            to the right, in any unit, finite
 * @param y
 *            down, in the same unit, finite
 * @param millis
 *            milliseconds since the first point of the drawing
 */
public record InkPoint(double x, double y, double millis) {
    /**
     * Checks that the point is somewhere.
     *
     * @throws IllegalArgumentException
     *             if a coordinate is infinite or not a number
     */
    public InkPoint {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("A point of ink needs finite coordinates: (" + x + ", " + y + ")");
        }
    }
}
