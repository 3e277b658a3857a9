package inkbench.desktop.evaluate.matrix;

/**
 * A cell of a confusion matrix.
 *
 * @param truth
 *            row: the class the images are of
 * @param prediction
 *            column: the class they were read as
 */
public record Cell(int truth, int prediction) {
    /** Whether the images were read right. */
    public boolean right() {
        return truth == prediction;
    }
}
