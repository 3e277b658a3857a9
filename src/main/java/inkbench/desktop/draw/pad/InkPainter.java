package inkbench.desktop.draw.pad;

import java.util.List;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Paints ink on a canvas of some size: rounded lines through all points, and dots. */
final class InkPainter {
    static final Color DARK = Color.BLACK;
    static final Color LIGHT = Color.WHITE;
    /** Between two points that are drawn, relative to the line's width. */
    private static final double SPACING = 0.5;

    private final GraphicsContext graphics;
    private final double width;
    private final double height;
    private final double lineWidth;
    private final boolean inverted;

    /**
     * A painter.
     *
     * @param penSize
     *            width of the line relative to the shorter side
     * @param inverted
     *            whether ink is dark on white
     */
    InkPainter(GraphicsContext graphics, double width, double height, double penSize, boolean inverted) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
        this.inverted = inverted;
        lineWidth = penSize * side();
        graphics.setStroke(ink());
        graphics.setFill(ink());
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.setLineWidth(lineWidth);
    }

    Color ink() {
        return inverted ? DARK : LIGHT;
    }

    /** Covers all with paper. */
    void paintPaper() {
        graphics.setFill(inverted ? LIGHT : DARK);
        graphics.fillRect(0, 0, width, height);
        graphics.setFill(ink());
    }

    void paint(Drawing drawing) {
        for (var stroke : drawing.strokes()) {
            paint(curve(stroke), 0);
        }
    }

    private StrokeCurve curve(Stroke stroke) {
        var curve = begin();
        extend(curve, stroke.points());
        return curve;
    }

    /** A curve that nothing was added to yet. */
    StrokeCurve begin() {
        return new StrokeCurve(lineWidth * SPACING);
    }

    /** Adds points to a curve. */
    void extend(StrokeCurve curve, List<InkPoint> points) {
        for (var point : points) {
            curve.add(x(point.x()), y(point.y()));
        }
    }

    /** Paints a curve from a segment on. */
    void paint(StrokeCurve curve, int fromSegment) {
        if (curve.isDot()) {
            var dot = curve.start();
            graphics.fillOval(dot.x() - lineWidth / 2, dot.y() - lineWidth / 2, lineWidth, lineWidth);
            return;
        }
        paint(curve.from(fromSegment));
    }

    /** Paints some segments of a curve. */
    void paintBetween(StrokeCurve curve, int first, int end) {
        paint(curve.from(first).subList(0, end - first));
    }

    private void paint(List<StrokeCurve.Segment> segments) {
        if (segments.isEmpty()) {
            return;
        }
        graphics.beginPath();
        graphics.moveTo(segments.getFirst().from().x(), segments.getFirst().from().y());
        for (var segment : segments) {
            graphics.bezierCurveTo(
                    segment.control1().x(),
                    segment.control1().y(),
                    segment.control2().x(),
                    segment.control2().y(),
                    segment.to().x(),
                    segment.to().y());
        }
        graphics.stroke();
    }

    /** Paints a cross where a pen is that is moved by keys. */
    void paintCross(double x, double y, boolean down) {
        double size = 10;
        graphics.setLineWidth(3);
        graphics.setStroke(inverted ? LIGHT : DARK);
        cross(x(x), y(y), size + 1);
        graphics.setLineWidth(1.5);
        graphics.setStroke(down ? Color.rgb(0xD5, 0x5E, 0) : Color.rgb(0x56, 0xB4, 0xE9));
        cross(x(x), y(y), size);
    }

    private void cross(double x, double y, double size) {
        graphics.strokeLine(x - size, y, x + size, y);
        graphics.strokeLine(x, y - size, x, y + size);
    }

    /** Paints a ring around what an eraser touches. */
    void paintRing(double x, double y, double radius) {
        graphics.setLineWidth(1.5);
        graphics.setStroke(Color.GRAY);
        double pixels = radius * side();
        graphics.strokeOval(x(x) - pixels, y(y) - pixels, 2 * pixels, 2 * pixels);
    }

    private double side() {
        return Math.max(1, Math.min(width, height));
    }

    private double x(double x) {
        return x * side() + width / 2;
    }

    private double y(double y) {
        return y * side() + height / 2;
    }
}
