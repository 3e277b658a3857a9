package inkbench.desktop.draw.pad;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A small square picture of strokes, light on black, as on the pad. */
public final class InkPicture extends Region {
    private static final double PEN_SIZE = 0.05;

    private final Canvas canvas;
    private final boolean boxed;

    /**
     * A black picture.
     *
     * @param edge
     *            width and height
     * @param boxed
     *            whether a frame is shown around the ink
     */
    public InkPicture(double edge, boolean boxed) {
        this.boxed = boxed;
        canvas = new Canvas(edge, edge);
        getStyleClass().add("ink-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(canvas);
        show(Drawing.EMPTY);
    }

    /** Shows a drawing where it is on the pad. */
    public void show(Drawing drawing) {
        var graphics = canvas.getGraphicsContext2D();
        var painter = new InkPainter(graphics, canvas.getWidth(), canvas.getHeight(), PEN_SIZE, false);
        painter.paintPaper();
        painter.paint(drawing);
        if (boxed && !drawing.isEmpty()) {
            var box = box(drawing);
            double edge = canvas.getWidth();
            graphics.setStroke(Color.rgb(0xFF, 0xC1, 0x07));
            graphics.setLineWidth(1);
            graphics.strokeRect(
                    Math.floor((box.getMinX() + 0.5) * edge) + 0.5,
                    Math.floor((box.getMinY() + 0.5) * edge) + 0.5,
                    Math.ceil(box.getWidth() * edge),
                    Math.ceil(box.getHeight() * edge));
        }
    }

    /** Shows a drawing as large as fits, with a margin. */
    public void showFitted(Drawing drawing) {
        show(drawing.isEmpty() ? drawing : Placement.inTheMiddle(drawing, 0.8));
    }

    private static Rectangle2D box(Drawing drawing) {
        var points = drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
        var x = points.stream().mapToDouble(InkPoint::x).summaryStatistics();
        var y = points.stream().mapToDouble(InkPoint::y).summaryStatistics();
        return new Rectangle2D(
                x.getMin() - PEN_SIZE / 2,
                y.getMin() - PEN_SIZE / 2,
                x.getMax() - x.getMin() + PEN_SIZE,
                y.getMax() - y.getMin() + PEN_SIZE);
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(getInsets().getLeft(), getInsets().getTop());
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return insets.getLeft() + canvas.getWidth() + insets.getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        return insets.getTop() + canvas.getHeight() + insets.getBottom();
    }
}
