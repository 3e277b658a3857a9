package inkbench.evaluation.failures;

import java.util.List;

/**
 * Two classes that were taken for each other.
 *
 * @param a
 *            the lower class number
 * @param b
 *            the higher one
 * @param aAsB
 *            so many images of a were read as b
 * @param bAsA
 *            so many images of b were read as a
 * @param images
 *            these images, most certain answer first; no more than were asked for
 */
public record ConfusedPair(int a, int b, long aAsB, long bAsA, List<Failure> images) {
    public ConfusedPair {
        images = List.copyOf(images);
    }

    /** How often it happened, either way. */
    public long total() {
        return aAsB + bAsA;
    }
}
