package inkbench.desktop.draw;

import java.util.ArrayList;
import java.util.List;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A canvas to draw on with mouse or pen. Points are kept relative to its middle and its shorter side, so that a drawing
 * grows and shrinks with the window.
 */
final class DrawingPad extends Region {
    private static final Color PAPER_DARK = Color.BLACK;
    private static final Color PAPER_LIGHT = Color.WHITE;
    private static final double HINT_SIZE = 16;
    /** Between two points that are drawn, relative to the line's width. */
    private static final double SPACING = 0.25;

    private final Messages messages = Messages.of(DrawingPad.class);
    private final DrawViewModel viewModel;
    private final Canvas canvas = new Canvas();
    private final DoubleProperty penSize = new SimpleDoubleProperty(0.05);
    private final BooleanProperty inverted = new SimpleBooleanProperty();
    private long firstPointNanos;

    DrawingPad(DrawViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("drawing-pad");
        setId("drawing-pad");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(messages.get("pad.name"));
        setAccessibleHelp(messages.get("pad.help"));
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setMinSize(160, 160);
        getChildren().add(canvas);
        viewModel.changes().subscribe(this::requestLayout);
        penSize.subscribe(this::requestLayout);
        inverted.subscribe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    /** How wide the line is on the screen, relative to the canvas's shorter side. */
    DoubleProperty penSize() {
        return penSize;
    }

    /** Whether ink is dark on white; light on black, as in the data, if not. */
    BooleanProperty inverted() {
        return inverted;
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            if (viewModel.empty().get()) {
                firstPointNanos = System.nanoTime();
            }
            viewModel.penDown(point(event));
        }
    }

    private void drag(MouseEvent event) {
        viewModel.penMove(point(event));
    }

    private void release(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            viewModel.penUp();
        }
    }

    private InkPoint point(MouseEvent event) {
        double millis = (System.nanoTime() - firstPointNanos) / 1e6;
        return new InkPoint(
                (event.getX() - getWidth() / 2) / side(),
                (event.getY() - getHeight() / 2) / side(),
                millis);
    }

    private double side() {
        return Math.max(1, Math.min(getWidth(), getHeight()));
    }

    @Override
    protected void layoutChildren() {
        // The border stays visible around the paper.
        double inset = 2;
        double width = Math.max(0, getWidth() - 2 * inset);
        double height = Math.max(0, getHeight() - 2 * inset);
        canvas.relocate(inset, inset);
        canvas.setWidth(width);
        canvas.setHeight(height);
        var graphics = canvas.getGraphicsContext2D();
        graphics.setFill(inverted.get() ? PAPER_LIGHT : PAPER_DARK);
        graphics.fillRect(0, 0, width, height);
        var ink = inverted.get() ? PAPER_DARK : PAPER_LIGHT;
        if (viewModel.empty().get()) {
            paintHint(graphics, ink);
        } else {
            paint(graphics, viewModel.drawing(), ink);
        }
    }

    private void paintHint(GraphicsContext graphics, Color ink) {
        graphics.setFill(ink.deriveColor(0, 1, 1, 0.6));
        graphics.setFont(Font.font(HINT_SIZE));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(messages.get("pad.hint"), canvas.getWidth() / 2, canvas.getHeight() / 2);
    }

    private void paint(GraphicsContext graphics, Drawing drawing, Color ink) {
        graphics.setStroke(ink);
        graphics.setFill(ink);
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        double lineWidth = penSize.get() * side();
        graphics.setLineWidth(lineWidth);
        for (var stroke : drawing.strokes()) {
            paint(graphics, stroke, lineWidth);
        }
    }

    /** Curves through the middles between points, so that no corner of the digitiser's grid shows. */
    private void paint(GraphicsContext graphics, Stroke stroke, double lineWidth) {
        var points = apart(stroke.points(), lineWidth * SPACING);
        if (points.size() == 1) {
            double x = x(points.getFirst());
            double y = y(points.getFirst());
            graphics.fillOval(x - lineWidth / 2, y - lineWidth / 2, lineWidth, lineWidth);
            return;
        }
        graphics.beginPath();
        graphics.moveTo(x(points.getFirst()), y(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            var here = points.get(i);
            var next = points.get(i + 1);
            graphics.quadraticCurveTo(x(here), y(here), (x(here) + x(next)) / 2, (y(here) + y(next)) / 2);
        }
        graphics.lineTo(x(points.getLast()), y(points.getLast()));
        graphics.stroke();
    }

    /** Leaves out what is nearer to its neighbour than a distance: steps of a pixel make a ragged edge. */
    private List<InkPoint> apart(List<InkPoint> points, double distance) {
        var kept = new ArrayList<InkPoint>();
        for (var point : points) {
            if (kept.isEmpty() || distance(kept.getLast(), point) >= distance) {
                kept.add(point);
            }
        }
        var last = points.getLast();
        if (kept.size() > 1) {
            kept.set(kept.size() - 1, last);
        } else if (distance(kept.getFirst(), last) > 0) {
            kept.add(last);
        }
        return kept;
    }

    private double distance(InkPoint a, InkPoint b) {
        return Math.hypot(x(a) - x(b), y(a) - y(b));
    }

    private double x(InkPoint point) {
        return point.x() * side() + canvas.getWidth() / 2;
    }

    private double y(InkPoint point) {
        return point.y() * side() + canvas.getHeight() / 2;
    }
}
