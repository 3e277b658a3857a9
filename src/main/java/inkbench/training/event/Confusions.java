package inkbench.training.event;

import java.util.Objects;

/** How often the images of each class were taken for which. Never changed once made. */
public final class Confusions {
    private final int classes;
    private final int[] counts;

    /**
     * Takes over the counts.
     *
     * @param counts
     *            row by row, a row for the images that truly are of a class
     */
    public Confusions(int classes, int[] counts) {
        if (counts.length != classes * classes) {
            throw new IllegalArgumentException(counts.length + " counts for " + classes + " classes");
        }
        this.classes = classes;
        this.counts = counts;
    }

    /** How many classes there are. */
    public int classes() {
        return classes;
    }

    /** How many images of a class were taken for another, or for what they are. */
    public int count(int truth, int prediction) {
        return counts[Objects.checkIndex(truth, classes) * classes + Objects.checkIndex(prediction, classes)];
    }
}
