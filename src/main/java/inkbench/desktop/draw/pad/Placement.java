package inkbench.desktop.draw.pad;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;

/** Where drawings of other canvases come to lie. */
final class Placement {
    private Placement() {}

    /** Scales a drawing so that its longer side has a length, and puts the middle of its box at the origin. */
    static Drawing inTheMiddle(Drawing drawing, double side) {
        var points = drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
        var x = points.stream().mapToDouble(InkPoint::x).summaryStatistics();
        var y = points.stream().mapToDouble(InkPoint::y).summaryStatistics();
        // Halves: the difference of two huge numbers may be none.
        double half = Math.max(x.getMax() / 2 - x.getMin() / 2, y.getMax() / 2 - y.getMin() / 2);
        double fitting = side / 2 / half;
        double scale = Double.isFinite(fitting) ? fitting : 1;
        double middleX = x.getMax() / 2 + x.getMin() / 2;
        double middleY = y.getMax() / 2 + y.getMin() / 2;
        return new Drawing(
                drawing.strokes()
                        .stream()
                        .map(
                                stroke -> new Stroke(
                                        stroke.points()
                                                .stream()
                                                .map(
                                                        point -> new InkPoint(
                                                                (point.x() - middleX) * scale,
                                                                (point.y() - middleY) * scale,
                                                                point.millis()))
                                                .toList()))
                        .toList());
    }
}
