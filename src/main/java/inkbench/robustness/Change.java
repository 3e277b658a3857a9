package inkbench.robustness;

import java.util.SplittableRandom;

/** One way to change a picture. */
@FunctionalInterface
interface Change {
    /**
     * Writes the changed picture.
     *
     * @param strength
     *            above 0
     * @param random
     *            seeded for this picture; what is drawn doesn't depend on the strength, so that a stronger change goes further
     *            in the same direction
     * @param target
     *            as long as the picture, and another array
     */
    void apply(Picture source, double strength, SplittableRandom random, byte[] target);
}
