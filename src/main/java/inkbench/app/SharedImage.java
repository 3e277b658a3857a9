package inkbench.app;

import inkbench.data.Part;

/**
 * An image that two sets, or two places of one, have in common.
 *
 * @param partOfA
 *            where it is in the first set
 * @param a
 *            its place in that part, from 0
 * @param part
 *            where it is in the second set
 * @param b
 *            its place in that part, from 0
 */
public record SharedImage(Part partOfA, int a, Part part, int b) {}
