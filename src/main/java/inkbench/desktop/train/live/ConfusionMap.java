package inkbench.desktop.train.live;

import java.util.Optional;

import inkbench.desktop.common.chart.Chart;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.common.chart.Palette;
import inkbench.desktop.common.chart.surface.Surface;
import inkbench.desktop.common.chart.surface.Surface.Horizontal;
import inkbench.desktop.common.chart.surface.Surface.Lettering;
import inkbench.desktop.common.chart.surface.Surface.Vertical;
import inkbench.app.picture.ColourScale;
import inkbench.text.Messages;
import inkbench.training.event.Confusions;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

/**
 * A small confusion matrix: rows are the truth, columns the prediction, colours the share of the row. A cell is read out
 * where the pointer or the keys are.
 */
final class ConfusionMap implements Chart {
    private static final double ROOM = 36;
    private static final double HEAD = 18;
    private static final double SMALLEST_NUMBERED = 20;

    private final Messages messages = Messages.of(ConfusionMap.class);
    private final ReadOnlyStringWrapper readOut = new ReadOnlyStringWrapper("");
    private final ChartPane pane = new ChartPane(this, "validation-map");
    private Confusions confusions;
    private Cell cell;

    private record Cell(int truth, int prediction) {}

    /** Where the cells are: square, in whole pixels. */
    private record Grid(double left, double top, double size) {}

    ConfusionMap() {
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(cellAt(event.getX(), event.getY()).orElse(null)));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(null));
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pane.requestFocus());
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        pane.setAccessibleText(title());
    }

    ChartPane pane() {
        return pane;
    }

    /** The cell that is pointed at as a sentence; empty without one. */
    ReadOnlyStringProperty readOut() {
        return readOut.getReadOnlyProperty();
    }

    /** Shows counts; null for none. */
    void show(Confusions counts) {
        confusions = counts;
        point(cell);
    }

    @Override
    public String title() {
        return messages.get("validation.title");
    }

    @Override
    public String csv() {
        var csv = new StringBuilder("truth,prediction,count\n");
        if (confusions != null) {
            for (int truth = 0; truth < confusions.classes(); truth++) {
                for (int prediction = 0; prediction < confusions.classes(); prediction++) {
                    csv.append(truth).append(',').append(prediction).append(',')
                            .append(confusions.count(truth, prediction)).append('\n');
                }
            }
        }
        return csv.toString();
    }

    @Override
    public void paint(Surface surface, double width, double height, Palette palette) {
        int classes = confusions == null ? 10 : confusions.classes();
        var grid = grid(width, height, classes);
        boolean dark = palette.surface().getBrightness() < 0.5;
        for (int truth = 0; truth < classes; truth++) {
            int row = rowSum(truth);
            for (int prediction = 0; prediction < classes; prediction++) {
                int count = confusions == null ? 0 : confusions.count(truth, prediction);
                int argb = ColourScale.VIRIDIS.argb(row == 0 ? 0 : Math.sqrt((double) count / row), dark);
                double x = grid.left + prediction * grid.size;
                double y = grid.top + truth * grid.size;
                surface.fillRectangle(x, y, grid.size - 1, grid.size - 1, color(argb));
                if (count > 0 && grid.size >= SMALLEST_NUMBERED && count < 1000) {
                    surface.text(Integer.toString(count), x + grid.size / 2, y + grid.size / 2, Horizontal.CENTER,
                            Vertical.CENTER, new Lettering(Math.min(12, grid.size * 0.42), false),
                            color(ColourScale.contrasting(argb)));
                }
            }
        }
        paintLabels(surface, grid, classes, palette);
    }

    private void paintLabels(Surface surface, Grid grid, int classes, Palette palette) {
        for (int digit = 0; digit < classes; digit++) {
            var name = Integer.toString(digit);
            double middle = (digit + 0.5) * grid.size;
            surface.text(name, grid.left - 6, grid.top + middle, Horizontal.RIGHT, Vertical.CENTER,
                    Lettering.LABEL, palette.muted());
            surface.text(name, grid.left + middle, grid.top + classes * grid.size + 2, Horizontal.CENTER,
                    Vertical.TOP, Lettering.LABEL, palette.muted());
        }
        double middle = classes * grid.size / 2;
        surface.text(messages.get("validation.prediction"), grid.left + middle, grid.top - 4, Horizontal.CENTER,
                Vertical.BOTTOM, Lettering.LABEL, palette.muted());
        surface.textUpwards(messages.get("validation.truth"), grid.left - 26, grid.top + middle, Lettering.LABEL,
                palette.muted());
    }

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {
        if (cell != null && confusions != null) {
            var grid = grid(width, height, confusions.classes());
            surface.strokeRectangle(
                    grid.left + cell.prediction * grid.size - 1,
                    grid.top + cell.truth * grid.size - 1,
                    grid.size + 1,
                    grid.size + 1,
                    palette.text(),
                    2);
        }
    }

    private static Grid grid(double width, double height, int classes) {
        double size = Math.max(4, Math.floor(Math.min(width - ROOM, height - 2 * HEAD) / classes));
        return new Grid(ROOM, HEAD, size);
    }

    private Optional<Cell> cellAt(double x, double y) {
        if (confusions == null) {
            return Optional.empty();
        }
        var grid = grid(pane.getWidth(), pane.getHeight(), confusions.classes());
        int prediction = (int) Math.floor((x - grid.left) / grid.size);
        int truth = (int) Math.floor((y - grid.top) / grid.size);
        boolean inside = Math.min(prediction, truth) >= 0 && Math.max(prediction, truth) < confusions.classes();
        return inside ? Optional.of(new Cell(truth, prediction)) : Optional.empty();
    }

    private void key(KeyEvent event) {
        if (confusions == null) {
            return;
        }
        var at = cell == null ? new Cell(0, 0) : cell;
        var next = switch (event.getCode()) {
            case LEFT -> inside(at.truth, at.prediction - 1);
            case RIGHT -> inside(at.truth, at.prediction + 1);
            case UP -> inside(at.truth - 1, at.prediction);
            case DOWN -> inside(at.truth + 1, at.prediction);
            default -> null;
        };
        if (next != null) {
            point(cell == null ? at : next);
            event.consume();
        }
    }

    private Cell inside(int truth, int prediction) {
        int last = confusions.classes() - 1;
        return new Cell(Math.clamp(truth, 0, last), Math.clamp(prediction, 0, last));
    }

    private void point(Cell at) {
        cell = at;
        readOut.set(at == null || confusions == null ? "" : sentence(at));
        pane.setAccessibleText(readOut.get().isEmpty() ? title() : title() + ". " + readOut.get());
        pane.repaint();
    }

    private String sentence(Cell at) {
        int count = confusions.count(at.truth, at.prediction);
        int row = rowSum(at.truth);
        return messages.get("validation.cell", at.truth, at.prediction, count, row,
                row == 0 ? 0 : (double) count / row);
    }

    private int rowSum(int truth) {
        int sum = 0;
        for (int prediction = 0; confusions != null && prediction < confusions.classes(); prediction++) {
            sum += confusions.count(truth, prediction);
        }
        return sum;
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
