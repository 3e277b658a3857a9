package inkbench.desktop.draw.number;

import java.util.OptionalInt;

import inkbench.desktop.draw.answer.Answer;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/**
 * One digit of the number, with what the user said of it.
 *
 * @param drawing
 *            its strokes
 * @param pixels
 *            what the network saw, 28×28 unsigned bytes, row by row
 * @param corrected
 *            what it really is, where the user said so
 */
record NumberCell(Drawing drawing, byte[] pixels, Answer answer, OptionalInt corrected) {
    int digit() {
        return corrected.orElse(answer.digit());
    }

    /** Around the points, in units of the pad. */
    Bounds box() {
        var points = drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
        var x = points.stream().mapToDouble(InkPoint::x).summaryStatistics();
        var y = points.stream().mapToDouble(InkPoint::y).summaryStatistics();
        return new BoundingBox(x.getMin(), y.getMin(), x.getMax() - x.getMin(), y.getMax() - y.getMin());
    }
}
