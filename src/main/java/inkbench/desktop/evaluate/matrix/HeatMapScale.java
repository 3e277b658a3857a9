package inkbench.desktop.evaluate.matrix;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

import inkbench.evaluation.ConfusionMatrix;

/** What the cells of a heat map say, and where between the lowest and the highest colour they lie. */
final class HeatMapScale {
    /** A share of one in a thousand is told from none, but just so. */
    private static final double SHARE_RESOLUTION = 1000;
    private static final String NOTHING = "–";

    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final ConfusionMatrix matrix;
    private final Measure measure;
    private final boolean logarithmic;
    private final boolean diagonalHidden;
    private final double highest;

    HeatMapScale(ConfusionMatrix matrix, Measure measure, boolean logarithmic, boolean diagonalHidden) {
        this.matrix = matrix;
        this.measure = measure;
        this.logarithmic = logarithmic;
        this.diagonalHidden = diagonalHidden;
        percent.setMaximumFractionDigits(1);
        percent.setMinimumFractionDigits(1);
        highest = shownCells().stream()
                .mapToDouble(cell -> measure.of(matrix, cell))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }

    ConfusionMatrix matrix() {
        return matrix;
    }

    /** Whether a cell is left out. */
    boolean hidden(Cell cell) {
        return diagonalHidden && cell.right();
    }

    /** All cells that are not left out. */
    List<Cell> shownCells() {
        var cells = new ArrayList<Cell>();
        for (int truth = 0; truth < matrix.classCount(); truth++) {
            for (int prediction = 0; prediction < matrix.classCount(); prediction++) {
                var cell = new Cell(truth, prediction);
                if (!hidden(cell)) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    /** Where the colour of a cell lies, from 0 for none to 1 for the highest of those shown. */
    double share(Cell cell) {
        double value = measure.of(matrix, cell);
        if (Double.isNaN(value) || highest == 0) {
            return 0;
        }
        double unit = measure == Measure.COUNT ? 1 : SHARE_RESOLUTION;
        return logarithmic ? Math.log1p(value * unit) / Math.log1p(highest * unit) : value / highest;
    }

    /** The measure of a cell in few letters. */
    String label(Cell cell) {
        double value = measure.of(matrix, cell);
        return value == 0 ? "·" : words(measure, value);
    }

    /** What stands smaller below it: the share of the row below a count, else the count. */
    String secondLabel(Cell cell) {
        var second = measure == Measure.COUNT ? Measure.ROW_SHARE : Measure.COUNT;
        double value = second.of(matrix, cell);
        return value == 0 ? "" : words(second, value);
    }

    /** What the colours at the ends of the legend stand for. */
    String limit(boolean upper) {
        return words(measure, upper ? highest : 0);
    }

    /** A value of any measure in words. */
    String words(Measure of, double value) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        return of == Measure.COUNT ? whole.format(value) : percent.format(value);
    }
}
