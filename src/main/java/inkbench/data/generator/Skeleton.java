package inkbench.data.generator;

import java.util.List;

/**
 * One way of writing a digit or something else, as nobody writes it exactly.
 *
 * @param name
 *            tells the ways of one thing apart
 * @param share
 *            how common it is, relative to the other ways
 * @param strokes
 *            each with at least two knots
 */
record Skeleton(String name, int share, List<List<Knot>> strokes) {}
