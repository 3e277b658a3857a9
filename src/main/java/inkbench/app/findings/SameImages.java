package inkbench.app.findings;

import java.util.Arrays;

/**
 * Images that are the same in every pixel.
 *
 * @param positions
 *            in the open set, ascending, at least one; not to be changed
 * @param others
 *            positions in the set that it was compared with, ascending; none where it was compared with itself
 * @param labelsDiffer
 *            whether they have more than one label
 * @param acrossParts
 *            whether one is in the training part of the open set and one in another part of it
 */
public record SameImages(int[] positions, int[] others, boolean labelsDiffer, boolean acrossParts) {
    /** How many images there are. */
    public int count() {
        return positions.length + others.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SameImages same && Arrays.equals(positions, same.positions)
                && Arrays.equals(others, same.others) && labelsDiffer == same.labelsDiffer
                && acrossParts == same.acrossParts;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(positions) + Arrays.hashCode(others);
    }

    @Override
    public String toString() {
        return Arrays.toString(positions) + " " + Arrays.toString(others) + (labelsDiffer ? " labels differ" : "")
                + (acrossParts ? " across parts" : "");
    }
}
