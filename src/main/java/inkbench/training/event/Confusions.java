package inkbench.training.event;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/** How often the images of each class were taken for which, and which of them were read right. Never changed once made. */
public final class Confusions {
    private final int classes;
    private final int[] counts;
    private final BitSet right;

    /**
     * Takes over the counts and the marks.
     *
     * @param counts
     *            row by row, a row for the images that truly are of a class
     * @param right
     *            a bit for each image, in an order that is the same after all epochs of a run
     */
    public Confusions(int classes, int[] counts, BitSet right) {
        if (counts.length != classes * classes) {
            throw new IllegalArgumentException(counts.length + " counts for " + classes + " classes");
        }
        this.classes = classes;
        this.counts = counts;
        this.right = right;
    }

    /** How many classes there are. */
    public int classes() {
        return classes;
    }

    /** Which images were read right, in an order that is the same after all epochs of a run; a copy. */
    public BitSet right() {
        return (BitSet) right.clone();
    }

    /** How many images there are. */
    public int images() {
        return Arrays.stream(counts).sum();
    }

    /** How many images of a class were taken for another, or for what they are. */
    public int count(int truth, int prediction) {
        return counts[Objects.checkIndex(truth, classes) * classes + Objects.checkIndex(prediction, classes)];
    }
}
