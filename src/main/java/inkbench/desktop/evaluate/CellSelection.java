package inkbench.desktop.evaluate;

/**
 * A cell of a confusion matrix.
 *
 * @param truth
 *            row: the class the images are of
 * @param prediction
 *            column: the class they were read as
 */
record CellSelection(int truth, int prediction) {}
