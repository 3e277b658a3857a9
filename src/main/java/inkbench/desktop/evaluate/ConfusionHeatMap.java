package inkbench.desktop.evaluate;

import java.text.NumberFormat;

import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.Chart;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.common.chart.Palette;
import inkbench.desktop.common.chart.Surface;
import inkbench.desktop.common.chart.Surface.Horizontal;
import inkbench.desktop.common.chart.Surface.Lettering;
import inkbench.desktop.common.chart.Surface.Vertical;
import inkbench.desktop.common.image.ColourScale;
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
import javafx.scene.paint.Color;

/** A confusion matrix in colours: rows are the truth, columns the prediction. Cells are chosen by pointer or keys. */
final class ConfusionHeatMap implements Chart {
    private static final double SMALLEST_LETTERS = 8;
    private static final double LARGEST_LETTERS = 14;
    private static final int LEGEND_STEPS = 64;
    /** A share of one in a thousand is told from none, but just so. */
    private static final double SHARE_RESOLUTION = 1000;

    private final Messages messages = Messages.of(ConfusionHeatMap.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final Theme theme;
    private final ObjectProperty<ConfusionMatrix> matrix = new SimpleObjectProperty<>();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.COUNT);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty diagonalHidden = new SimpleBooleanProperty();
    private final ObjectProperty<CellSelection> selection = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper readOut = new ReadOnlyStringWrapper("");
    private CellSelection hovered;
    private CellSelection cursor = new CellSelection(0, 0);
    private final ChartPane pane = new ChartPane(this, "confusion-heat-map");

    /** Makes a heat map without a matrix. */
    ConfusionHeatMap(Theme theme) {
        this.theme = theme;
        percent.setMaximumFractionDigits(1);
        percent.setMinimumFractionDigits(1);
        matrix.addListener((source, before, now) -> reset());
        measure.addListener((source, before, now) -> pane.repaint());
        logarithmic.addListener((source, before, now) -> pane.repaint());
        diagonalHidden.addListener((source, before, now) -> pane.repaint());
        theme.dark().addListener((source, before, now) -> pane.repaint());
        theme.intensities().addListener((source, before, now) -> pane.repaint());
        selection.addListener((source, before, now) -> {
            cursor = now == null ? cursor : now;
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

    /** The chosen cell, or null. */
    ObjectProperty<CellSelection> selection() {
        return selection;
    }

    /** The cell at the pointer or the keyboard's cursor as a sentence; empty without one. */
    ReadOnlyStringProperty readOut() {
        return readOut.getReadOnlyProperty();
    }

    /** The cell at a point of the {@link #pane()}, or null. */
    CellSelection cellAt(double x, double y) {
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
        cursor = new CellSelection(0, 0);
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
        var cell = cellAt(event.getX(), event.getY());
        if (cell != null && event.getButton() == MouseButton.PRIMARY) {
            selection.set(cell);
        }
    }

    private void key(KeyEvent event) {
        if (matrix.get() == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            selection.set(cursor);
        } else if (event.getCode().isArrowKey()) {
            int last = matrix.get().classNames().size() - 1;
            cursor = switch (event.getCode()) {
                case UP, KP_UP -> new CellSelection(Math.max(0, cursor.truth() - 1), cursor.prediction());
                case DOWN, KP_DOWN -> new CellSelection(Math.min(last, cursor.truth() + 1), cursor.prediction());
                case LEFT, KP_LEFT -> new CellSelection(cursor.truth(), Math.max(0, cursor.prediction() - 1));
                default -> new CellSelection(cursor.truth(), Math.min(last, cursor.prediction() + 1));
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

    private String sentence(CellSelection cell) {
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

    private String share(Measure share, CellSelection cell) {
        double value = share.of(matrix.get(), cell.truth(), cell.prediction());
        return Double.isNaN(value) ? "–" : percent.format(value);
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
        var geometry = geometry(width, height);
        paintAxes(surface, geometry, palette);
        double highest = highest();
        var lettering = lettering(surface, geometry);
        for (int truth = 0; truth < geometry.classes(); truth++) {
            for (int prediction = 0; prediction < geometry.classes(); prediction++) {
                paintCell(surface, geometry, palette, highest, lettering, new CellSelection(truth, prediction));
            }
        }
        paintLegend(surface, geometry, palette, highest);
    }

    private void paintAxes(Surface surface, HeatMapGeometry geometry, Palette palette) {
        double middleX = (geometry.left() + geometry.right()) / 2;
        double middleY = (geometry.top() + geometry.bottom()) / 2;
        var names = matrix.get().classNames();
        double labels = names.stream().mapToDouble(name -> surface.textWidth(name, Lettering.TITLE)).max().orElse(0);
        surface.text(
                messages.get("heatMap.prediction"),
                middleX,
                10,
                Horizontal.CENTER,
                Vertical.CENTER,
                Lettering.LABEL,
                palette.muted());
        surface.textUpwards(
                messages.get("heatMap.truth"),
                geometry.left() - labels - 22,
                middleY,
                Lettering.LABEL,
                palette.muted());
        for (int i = 0; i < names.size(); i++) {
            surface.text(
                    names.get(i),
                    geometry.x(i) + geometry.cellWidth() / 2,
                    geometry.top() - 10,
                    Horizontal.CENTER,
                    Vertical.CENTER,
                    Lettering.TITLE,
                    palette.text());
            surface.text(
                    names.get(i),
                    geometry.left() - 8,
                    geometry.y(i) + geometry.cellHeight() / 2,
                    Horizontal.RIGHT,
                    Vertical.CENTER,
                    Lettering.TITLE,
                    palette.text());
        }
    }

    private void paintCell(
            Surface surface,
            HeatMapGeometry geometry,
            Palette palette,
            double highest,
            Lettering lettering,
            CellSelection cell) {
        double x = geometry.x(cell.prediction());
        double y = geometry.y(cell.truth());
        if (left(cell)) {
            surface.fillRectangle(x, y, geometry.cellWidth() - 1, geometry.cellHeight() - 1, palette.grid());
            return;
        }
        double value = measure.get().of(matrix.get(), cell.truth(), cell.prediction());
        int argb = colour(value, highest);
        surface.fillRectangle(x, y, geometry.cellWidth() - 1, geometry.cellHeight() - 1, color(argb));
        if (lettering != null) {
            surface.text(
                    label(value),
                    x + (geometry.cellWidth() - 1) / 2,
                    y + (geometry.cellHeight() - 1) / 2,
                    Horizontal.CENTER,
                    Vertical.CENTER,
                    lettering,
                    color(ColourScale.contrasting(argb)));
        }
    }

    /** The largest letters in which every cell's text fits, or null where none do. */
    private Lettering lettering(Surface surface, HeatMapGeometry geometry) {
        double atTwelve = 1;
        for (int truth = 0; truth < geometry.classes(); truth++) {
            for (int prediction = 0; prediction < geometry.classes(); prediction++) {
                if (!left(new CellSelection(truth, prediction))) {
                    var text = label(measure.get().of(matrix.get(), truth, prediction));
                    atTwelve = Math.max(atTwelve, surface.textWidth(text, Lettering.LABEL));
                }
            }
        }
        double fitting = Math.min(12 * (geometry.cellWidth() - 5) / atTwelve, geometry.cellHeight() * 0.6);
        double size = Math.floor(Math.min(LARGEST_LETTERS, fitting));
        return size < SMALLEST_LETTERS ? null : new Lettering(size, false);
    }

    private void paintLegend(Surface surface, HeatMapGeometry geometry, Palette palette, double highest) {
        double x = geometry.right() + 16;
        double height = Math.min(160, geometry.bottom() - geometry.top());
        double step = height / LEGEND_STEPS;
        for (int i = 0; i < LEGEND_STEPS; i++) {
            double share = 1 - (i + 0.5) / LEGEND_STEPS;
            int argb = theme.intensities().get().argb(share, theme.dark().get());
            // Overlapping a little, or seams show between the steps.
            double overlap = i < LEGEND_STEPS - 1 ? 0.5 : 0;
            surface.fillRectangle(x, geometry.top() + i * step, 10, step + overlap, color(argb));
        }
        legendLabel(surface, palette, limit(highest), x + 16, geometry.top() + 6);
        legendLabel(surface, palette, limit(0), x + 16, geometry.top() + height - 6);
    }

    private static void legendLabel(Surface surface, Palette palette, String text, double x, double y) {
        surface.text(text, x, y, Horizontal.LEFT, Vertical.CENTER, Lettering.LABEL, palette.muted());
    }

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {
        if (matrix.get() == null) {
            return;
        }
        var geometry = geometry(width, height);
        if (selection.get() != null) {
            outline(surface, geometry, selection.get(), palette, 3);
        }
        var pointed = hovered != null || !pane.isFocused() ? hovered : cursor;
        if (pointed != null) {
            outline(surface, geometry, pointed, palette, 1.5);
        }
    }

    /** Two lines, of which one contrasts with any cell. */
    private static void outline(
            Surface surface,
            HeatMapGeometry geometry,
            CellSelection cell,
            Palette palette,
            double lineWidth) {
        double x = geometry.x(cell.prediction());
        double y = geometry.y(cell.truth());
        double width = geometry.cellWidth() - 1;
        double height = geometry.cellHeight() - 1;
        surface.strokeRectangle(x - 2, y - 2, width + 4, height + 4, palette.text(), lineWidth);
        surface.strokeRectangle(
                x - 2 + lineWidth,
                y - 2 + lineWidth,
                width + 4 - 2 * lineWidth,
                height + 4 - 2 * lineWidth,
                palette.surface(),
                1);
    }

    private boolean left(CellSelection cell) {
        return diagonalHidden.get() && cell.truth() == cell.prediction();
    }

    private double highest() {
        double highest = 0;
        int classes = matrix.get().classNames().size();
        for (int truth = 0; truth < classes; truth++) {
            for (int prediction = 0; prediction < classes; prediction++) {
                if (!left(new CellSelection(truth, prediction))) {
                    double value = measure.get().of(matrix.get(), truth, prediction);
                    highest = Double.isNaN(value) ? highest : Math.max(highest, value);
                }
            }
        }
        return highest;
    }

    private int colour(double value, double highest) {
        double share = Double.isNaN(value) || highest == 0 ? 0 : value / highest;
        if (logarithmic.get() && share > 0) {
            double unit = measure.get() == Measure.COUNT ? 1 : SHARE_RESOLUTION;
            share = Math.log1p(value * unit) / Math.log1p(highest * unit);
        }
        return theme.intensities().get().argb(share, theme.dark().get());
    }

    private String label(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == 0) {
            return "·";
        }
        return limit(value);
    }

    private String limit(double value) {
        return measure.get() == Measure.COUNT ? whole.format(value) : percent.format(value);
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
