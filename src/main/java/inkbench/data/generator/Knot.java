package inkbench.data.generator;

/**
 * A point that a skeleton's stroke goes through.
 *
 * @param x
 *            to the right; a digit is about 100 high
 * @param y
 *            down
 * @param corner
 *            whether the pen changes its direction at once
 */
record Knot(double x, double y, boolean corner) {}
