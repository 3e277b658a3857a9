package inkbench.desktop.evaluate.matrix;

/**
 * Where the cells of a heat map lie, and the bars beside and below them.
 *
 * @param left
 *            of the first column
 * @param top
 *            of the first row
 * @param cellWidth
 *            in whole logical pixels, so that edges are sharp
 * @param classes
 *            rows and columns
 */
record HeatMapGeometry(double left, double top, double cellWidth, double cellHeight, int classes) {
    /** Between the cells and the bars of their sums. */
    static final double GAP = 6;
    /** Length of the longest bar at the right. */
    static final double BAR_WIDTH = 44;
    /** Length of the longest bar below. */
    static final double BAR_HEIGHT = 22;

    private static final double TITLE = 20;
    private static final double LABEL_HEIGHT = 20;
    private static final double LEGEND = 70 + GAP + BAR_WIDTH;
    private static final double EDGE = 6;
    private static final double WIDEST = 1.6;

    /**
     * Fits the cells into a rectangle, beside the labels of the rows and below those of the columns.
     *
     * @param labelWidth
     *            of the widest label
     */
    static HeatMapGeometry of(double width, double height, double labelWidth, int classes) {
        double left = TITLE + labelWidth + 12;
        double top = TITLE + LABEL_HEIGHT;
        double roomX = (width - left - LEGEND - EDGE) / classes;
        double cellHeight = Math.max(1, Math.floor((height - top - EDGE - GAP - BAR_HEIGHT) / classes));
        double cellWidth = Math.max(1, Math.floor(Math.min(roomX, cellHeight * WIDEST)));
        cellHeight = Math.min(cellHeight, Math.max(1, Math.floor(cellWidth * WIDEST)));
        double spare = width - left - LEGEND - EDGE - cellWidth * classes;
        return new HeatMapGeometry(Math.floor(left + Math.max(0, spare) / 2), top, cellWidth, cellHeight, classes);
    }

    double x(int prediction) {
        return left + prediction * cellWidth;
    }

    double y(int truth) {
        return top + truth * cellHeight;
    }

    double right() {
        return x(classes);
    }

    double bottom() {
        return y(classes);
    }

    /** The cell at a point, or null. */
    Cell cellAt(double x, double y) {
        int prediction = (int) Math.floor((x - left) / cellWidth);
        int truth = (int) Math.floor((y - top) / cellHeight);
        boolean inside = prediction >= 0 && prediction < classes && truth >= 0 && truth < classes;
        return inside ? new Cell(truth, prediction) : null;
    }
}
