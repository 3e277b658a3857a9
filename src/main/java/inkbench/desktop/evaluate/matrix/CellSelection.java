package inkbench.desktop.evaluate.matrix;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cells of a confusion matrix that were chosen.
 *
 * @param cells
 *            in the order they were chosen in
 */
public record CellSelection(Set<Cell> cells) {
    /** No cell. */
    public static final CellSelection NONE = new CellSelection(Set.of());

    public CellSelection {
        cells = Collections.unmodifiableSet(new LinkedHashSet<>(cells));
    }

    /** Some cells. */
    public static CellSelection of(Cell... cells) {
        return new CellSelection(new LinkedHashSet<>(List.of(cells)));
    }

    /** Whether no cell is chosen. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Whether a cell is chosen. */
    public boolean contains(Cell cell) {
        return cells.contains(cell);
    }

    /** The same with a cell more, or less where it was chosen. */
    public CellSelection toggled(Cell cell) {
        var changed = new LinkedHashSet<>(cells);
        if (!changed.remove(cell)) {
            changed.add(cell);
        }
        return new CellSelection(changed);
    }

    /** The classes that the images of the cells are of, ascending. */
    public Set<Integer> truths() {
        var truths = new TreeSet<Integer>();
        cells.forEach(cell -> truths.add(cell.truth()));
        return truths;
    }

    /** The classes that they were read as, ascending. */
    public Set<Integer> predictions() {
        var predictions = new TreeSet<Integer>();
        cells.forEach(cell -> predictions.add(cell.prediction()));
        return predictions;
    }

    /** Whether every one of the {@link #truths()} is chosen with every one of the {@link #predictions()}. */
    public boolean isProduct() {
        return cells.size() == truths().size() * predictions().size();
    }
}
