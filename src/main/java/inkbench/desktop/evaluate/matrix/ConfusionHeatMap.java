package inkbench.desktop.evaluate.matrix;

import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.Chart;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.common.chart.Palette;
import inkbench.desktop.common.chart.surface.Surface;
import inkbench.evaluation.ConfusionMatrix;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A confusion matrix in colours: rows are the truth, columns the prediction. Cells are chosen by pointer or keys. */
public final class ConfusionHeatMap implements Chart {

    private final Messages messages = Messages.of(ConfusionHeatMap.class);
    private final Theme theme;
    private final ObjectProperty<ConfusionMatrix> matrix = new SimpleObjectProperty<>();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.COUNT);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty diagonalHidden = new SimpleBooleanProperty();
    private final ObjectProperty<CellSelection> selection = new SimpleObjectProperty<>(CellSelection.NONE);
    private final ReadOnlyStringWrapper readOut = new ReadOnlyStringWrapper("");
    private Cell hovered;
    private Cell cursor = new Cell(0, 0);
    private final ChartPane pane = new ChartPane(this, "confusion-heat-map");

    /** Makes a heat map without a matrix. */
    ConfusionHeatMap(Theme theme) {
        this.theme = theme;
        matrix.addListener((source, before, now) -> reset());
        measure.addListener((source, before, now) -> pane.repaint());
        logarithmic.addListener((source, before, now) -> pane.repaint());
        diagonalHidden.addListener((source, before, now) -> pane.repaint());
        theme.dark().addListener((source, before, now) -> pane.repaint());
        theme.intensities().addListener((source, before, now) -> pane.repaint());
        selection.addListener((source, before, now) -> {
            cursor = now.cells().size() == 1 ? now.cells().iterator().next() : cursor;
            update();
        });
        pane.focusedProperty().addListener((source, before, now) -> update());
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, this::hover);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        pane.setAccessibleText(title());
        pane.setMinSize(280, 240);
    }

    /** The node that shows the heat map. */
    ChartPane pane() {
        return pane;
    }

    /** What is shown, or null. */
    ObjectProperty<ConfusionMatrix> matrix() {
        return matrix;
    }

    ObjectProperty<Measure> measure() {
        return measure;
    }

    /** Whether colours follow the logarithm, so that a few among thousands can be seen. */
    BooleanProperty logarithmic() {
        return logarithmic;
    }

    /** Whether right answers are left out of cells and colours. */
    BooleanProperty diagonalHidden() {
        return diagonalHidden;
    }

    /** The chosen cells. */
    ObjectProperty<CellSelection> selection() {
        return selection;
    }

    /** The cell at the pointer or the keyboard's cursor as a sentence; empty without one. */
    ReadOnlyStringProperty readOut() {
        return readOut.getReadOnlyProperty();
    }

    /** The cell at a point of the {@link #pane()}, or null. */
    public Cell cellAt(double x, double y) {
        return matrix.get() == null ? null : geometry(pane.getWidth(), pane.getHeight()).cellAt(x, y);
    }

    @Override
    public String title() {
        return messages.get("heatMap.title");
    }

    @Override
    public String csv() {
        return matrix.get() == null ? "" : ConfusionCsv.of(matrix.get());
    }

    private void reset() {
        cursor = new Cell(0, 0);
        hovered = null;
        update();
    }

    private void hover(MouseEvent event) {
        hovered = event.getEventType() == MouseEvent.MOUSE_EXITED ? null : cellAt(event.getX(), event.getY());
        pane.setCursor(hovered == null ? Cursor.DEFAULT : Cursor.HAND);
        update();
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        // Tabs around it would take the focus.
        event.consume();
        var cell = cellAt(event.getX(), event.getY());
        if (cell != null && event.getButton() == MouseButton.PRIMARY) {
            choose(cell, event.isShiftDown() || event.isShortcutDown());
        }
    }

    private void choose(Cell cell, boolean further) {
        cursor = cell;
        selection.set(further ? selection.get().toggled(cell) : CellSelection.of(cell));
    }

    private void key(KeyEvent event) {
        if (matrix.get() == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            choose(cursor, event.isShiftDown());
        } else if (event.getCode().isArrowKey()) {
            int last = matrix.get().classNames().size() - 1;
            cursor = switch (event.getCode()) {
                case UP, KP_UP -> new Cell(Math.max(0, cursor.truth() - 1), cursor.prediction());
                case DOWN, KP_DOWN -> new Cell(Math.min(last, cursor.truth() + 1), cursor.prediction());
                case LEFT, KP_LEFT -> new Cell(cursor.truth(), Math.max(0, cursor.prediction() - 1));
                default -> new Cell(cursor.truth(), Math.min(last, cursor.prediction() + 1));
            };
            hovered = null;
            update();
        } else {
            return;
        }
        event.consume();
    }

    private void update() {
        var cell = hovered != null || !pane.isFocused() ? hovered : cursor;
        readOut.set(matrix.get() == null || cell == null ? "" : sentence(cell));
        pane.setAccessibleText(readOut.get().isEmpty() ? title() : title() + ". " + readOut.get());
        pane.repaint();
    }

    private String sentence(Cell cell) {
        var shown = matrix.get();
        long truths = shown.truthTotal(cell.truth());
        long predictions = shown.predictionTotal(cell.prediction());
        return messages.get(
                "heatMap.readOut",
                shown.classNames().get(cell.truth()),
                shown.classNames().get(cell.prediction()),
                shown.count(cell.truth(), cell.prediction()),
                truths,
                share(Measure.ROW_SHARE, cell),
                predictions,
                share(Measure.COLUMN_SHARE, cell));
    }

    private String share(Measure share, Cell cell) {
        return scale().words(share, share.of(matrix.get(), cell));
    }

    private HeatMapScale scale() {
        return new HeatMapScale(matrix.get(), measure.get(), logarithmic.get(), diagonalHidden.get());
    }

    private HeatMapGeometry geometry(double width, double height) {
        var names = matrix.get().classNames();
        int longest = names.stream().mapToInt(String::length).max().orElse(1);
        return HeatMapGeometry.of(width, height, longest * 8.0, names.size());
    }

    @Override
    public void paint(Surface surface, double width, double height, Palette palette) {
        if (matrix.get() == null) {
            return;
        }
        new HeatMapPainter(theme, surface, geometry(width, height), palette, scale()).paint();
    }

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {
        if (matrix.get() == null) {
            return;
        }
        var geometry = geometry(width, height);
        selection.get().cells().forEach(cell -> HeatMapPainter.outline(surface, geometry, cell, palette, 3));
        var pointed = hovered != null || !pane.isFocused() ? hovered : cursor;
        if (pointed != null) {
            HeatMapPainter.outline(surface, geometry, pointed, palette, 1.5);
        }
    }
}
