package inkbench.desktop.evaluate.flows;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.Chart;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.common.chart.Palette;
import inkbench.desktop.common.chart.surface.Surface;
import inkbench.desktop.common.chart.surface.Surface.Horizontal;
import inkbench.desktop.common.chart.surface.Surface.Lettering;
import inkbench.desktop.common.chart.surface.Surface.Vertical;
import inkbench.desktop.evaluate.matrix.Cell;
import inkbench.desktop.evaluate.matrix.CellSelection;
import inkbench.evaluation.ConfusionMatrix;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

/**
 * An alluvial plot: from each class at the left a ribbon to each class that its images were read as, grey where that is
 * right and red where it is wrong. Ribbons are chosen by pointer or keys.
 */
public final class FlowChart implements Chart {
    private static final double NODE_WIDTH = 10;
    private static final double TOP = 34;
    private static final double BOTTOM = 8;
    /** Straight lines that make the edge of a ribbon. */
    private static final int STEPS = 32;
    /** Most images are read right; the others have to stand out. */
    private static final double OPACITY_RIGHT = 0.4;
    private static final double OPACITY_WRONG = 0.85;
    private static final Color WRONG_ON_LIGHT = Color.web("#cf222e");
    private static final Color WRONG_ON_DARK = Color.web("#f85149");

    private final Messages messages = Messages.of(FlowChart.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final Theme theme;
    private final ObjectProperty<ConfusionMatrix> matrix = new SimpleObjectProperty<>();
    private final ObjectProperty<CellSelection> selection = new SimpleObjectProperty<>(CellSelection.NONE);
    private final BooleanProperty errorsOnly = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper readOut = new ReadOnlyStringWrapper("");
    private final ChartPane pane = new ChartPane(this, "flow-chart");
    private Cell hovered;
    private Cell cursor;

    /** A chart without a matrix. */
    FlowChart(Theme theme) {
        this.theme = theme;
        percent.setMaximumFractionDigits(1);
        percent.setMinimumFractionDigits(1);
        matrix.subscribe(this::reset);
        errorsOnly.subscribe(this::reset);
        selection.subscribe(now -> {
            cursor = now.cells().size() == 1 ? now.cells().iterator().next() : cursor;
            update();
        });
        theme.dark().addListener((source, before, now) -> pane.repaint());
        pane.focusedProperty().addListener((source, before, now) -> update());
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, this::hover);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        pane.setMinSize(280, 200);
    }

    ChartPane pane() {
        return pane;
    }

    ObjectProperty<ConfusionMatrix> matrix() {
        return matrix;
    }

    ObjectProperty<CellSelection> selection() {
        return selection;
    }

    /** Whether images that were read right are left out, so that the others have all the room. */
    BooleanProperty errorsOnly() {
        return errorsOnly;
    }

    /** The ribbon at the pointer or the keyboard's cursor as a sentence; empty without one. */
    ReadOnlyStringProperty readOut() {
        return readOut.getReadOnlyProperty();
    }

    /** The middle of a cell's ribbon in the {@link #pane()}; null where it has none. */
    public Point2D middleOf(Cell cell) {
        return layout(pane.getHeight()).ribbons()
                .stream()
                .filter(ribbon -> ribbon.cell().equals(cell))
                .map(ribbon -> new Point2D(pane.getWidth() / 2, ribbon.top(0.5) + ribbon.visibleHeight() / 2))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String title() {
        return messages.get("flows.title");
    }

    @Override
    public String csv() {
        var csv = new StringBuilder("truth,prediction,images\n");
        for (var ribbon : layout(1).ribbons()) {
            csv.append(name(ribbon.cell().truth()))
                    .append(',')
                    .append(name(ribbon.cell().prediction()))
                    .append(',')
                    .append(ribbon.count())
                    .append('\n');
        }
        return csv.toString();
    }

    private String name(int label) {
        return matrix.get().classNames().get(label);
    }

    private void reset() {
        hovered = null;
        cursor = null;
        update();
    }

    private FlowLayout layout(double height) {
        return matrix.get() == null
                ? new FlowLayout(List.of(), List.of(), List.of())
                : FlowLayout.of(matrix.get(), TOP, Math.max(0, height - TOP - BOTTOM), errorsOnly.get());
    }

    /** Where the ribbons begin; they end as far from the right. */
    private double side() {
        int longest = matrix.get().classNames().stream().mapToInt(String::length).max().orElse(1);
        return longest * 8 + 28;
    }

    private Cell ribbonAt(double x, double y) {
        if (matrix.get() == null) {
            return null;
        }
        double way = (x - side()) / (pane.getWidth() - 2 * side());
        return layout(pane.getHeight()).at(way, y).map(Ribbon::cell).orElse(null);
    }

    private void hover(MouseEvent event) {
        hovered = event.getEventType() == MouseEvent.MOUSE_EXITED ? null : ribbonAt(event.getX(), event.getY());
        pane.setCursor(hovered == null ? Cursor.DEFAULT : Cursor.HAND);
        update();
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        // Tabs around it would take the focus.
        event.consume();
        var cell = ribbonAt(event.getX(), event.getY());
        if (cell != null && event.getButton() == MouseButton.PRIMARY) {
            choose(cell, event.isShiftDown() || event.isShortcutDown());
        }
    }

    private void choose(Cell cell, boolean further) {
        cursor = cell;
        selection.set(further ? selection.get().toggled(cell) : CellSelection.of(cell));
    }

    private void key(KeyEvent event) {
        var cells = layout(1).ribbons().stream().map(Ribbon::cell).toList();
        if (cells.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int place = cells.indexOf(cursor);
        switch (event.getCode()) {
            case UP, LEFT, KP_UP, KP_LEFT -> cursor = cells.get(Math.max(0, place - 1));
            case DOWN, RIGHT, KP_DOWN, KP_RIGHT -> cursor = cells.get(Math.min(cells.size() - 1, place + 1));
            case HOME -> cursor = cells.getFirst();
            case END -> cursor = cells.getLast();
            case ENTER, SPACE -> choose(place < 0 ? cells.getFirst() : cursor, event.isShiftDown());
            default -> {
                return;
            }
        }
        if (event.getCode() != KeyCode.ENTER) {
            hovered = null;
        }
        update();
        event.consume();
    }

    private Cell pointed() {
        return hovered != null || !pane.isFocused() ? hovered : cursor;
    }

    private void update() {
        var cell = pointed();
        readOut.set(matrix.get() == null || cell == null ? "" : sentence(cell));
        pane.setAccessibleText(readOut.get().isEmpty() ? title() : title() + ". " + readOut.get());
        pane.repaint();
    }

    private String sentence(Cell cell) {
        long count = matrix.get().count(cell.truth(), cell.prediction());
        long all = matrix.get().truthTotal(cell.truth());
        var share = all == 0 ? "–" : percent.format((double) count / all);
        return messages.get("flows.readOut", name(cell.truth()), name(cell.prediction()), count, all, share);
    }

    @Override
    public void paint(Surface surface, double width, double height, Palette palette) {
        if (matrix.get() == null) {
            return;
        }
        var layout = layout(height);
        double left = side();
        double right = width - left;
        title(surface, messages.get("flows.truth"), left, palette);
        title(surface, messages.get("flows.prediction"), right, palette);
        for (int c = 0; c < layout.truths().size(); c++) {
            node(surface, layout.truths().get(c), c, left - NODE_WIDTH, left - NODE_WIDTH - 6, Horizontal.RIGHT,
                    palette);
            node(surface, layout.predictions().get(c), c, right, right + NODE_WIDTH + 6, Horizontal.LEFT, palette);
        }
        // Errors last: they are thin, and the others would cover them.
        var ribbons = new ArrayList<>(layout.ribbons());
        ribbons.sort(Comparator.comparing((Ribbon ribbon) -> !ribbon.cell().right()));
        for (var ribbon : ribbons) {
            var colour = colour(ribbon, palette);
            double opacity = ribbon.cell().right() ? OPACITY_RIGHT : OPACITY_WRONG;
            area(surface, ribbon, left, right, colour.deriveColor(0, 1, 1, opacity));
        }
        if (ribbons.isEmpty()) {
            surface.text(
                    messages.get("flows.none"),
                    width / 2,
                    height / 2,
                    Horizontal.CENTER,
                    Vertical.CENTER,
                    Lettering.LABEL,
                    palette.muted());
        }
    }

    private static void title(Surface surface, String text, double x, Palette palette) {
        surface.text(text, x, 12, Horizontal.CENTER, Vertical.CENTER, Lettering.LABEL, palette.muted());
    }

    private void node(
            Surface surface,
            FlowLayout.Node node,
            int label,
            double x,
            double textX,
            Horizontal side,
            Palette palette) {
        if (node.height() > 0) {
            surface.fillRectangle(x, node.top(), NODE_WIDTH, Math.max(1, node.height()), palette.muted());
            surface.text(
                    name(label),
                    textX,
                    node.top() + node.height() / 2,
                    side,
                    Vertical.CENTER,
                    Lettering.TITLE,
                    palette.text());
        }
    }

    private Color colour(Ribbon ribbon, Palette palette) {
        if (ribbon.cell().right()) {
            return palette.muted();
        }
        return theme.dark().get() ? WRONG_ON_DARK : WRONG_ON_LIGHT;
    }

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {
        if (matrix.get() == null) {
            return;
        }
        double left = side();
        double right = width - left;
        for (var ribbon : layout(height).ribbons()) {
            boolean chosen = selection.get().contains(ribbon.cell());
            if (chosen) {
                area(surface, ribbon, left, right, colour(ribbon, palette));
            }
            if (chosen || ribbon.cell().equals(pointed())) {
                edge(surface, ribbon, left, right, 0, palette.text());
                edge(surface, ribbon, left, right, ribbon.visibleHeight(), palette.text());
            }
        }
    }

    private static void area(Surface surface, Ribbon ribbon, double left, double right, Color colour) {
        var xs = new double[2 * (STEPS + 1)];
        var ys = new double[xs.length];
        for (int i = 0; i <= STEPS; i++) {
            double way = (double) i / STEPS;
            int back = xs.length - 1 - i;
            xs[i] = left + way * (right - left);
            xs[back] = xs[i];
            ys[i] = ribbon.top(way);
            ys[back] = ys[i] + ribbon.visibleHeight();
        }
        surface.area(xs, ys, colour);
    }

    private static void edge(Surface surface, Ribbon ribbon, double left, double right, double below, Color colour) {
        var xs = new double[STEPS + 1];
        var ys = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double way = (double) i / STEPS;
            xs[i] = left + way * (right - left);
            ys[i] = ribbon.top(way) + below;
        }
        surface.line(xs, ys, colour, 1.5);
    }
}
