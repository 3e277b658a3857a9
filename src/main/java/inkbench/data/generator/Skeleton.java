package inkbench.data.generator;

import java.util.List;

/**
 * One way of writing a digit, as nobody writes it exactly.
 *
 * @param digit
 *            0…9
 * @param name
 *            tells the ways of one digit apart
 * @param share
 *            how common it is, relative to the other ways
 * @param strokes
 *            each with at least two knots
 */
record Skeleton(int digit, String name, int share, List<List<Knot>> strokes) {}
