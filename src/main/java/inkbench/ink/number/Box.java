package inkbench.ink.number;

import java.util.Collection;
import java.util.List;

import inkbench.ink.Stroke;

/**
 * The box around some ink, in the drawing's units, the pen's width not counted.
 *
 * @param right
 *            at least {@code left}
 * @param bottom
 *            at least {@code top}
 */
public record Box(double left, double top, double right, double bottom) {
    /** The box around strokes, of which there is at least one. */
    public static Box around(List<Stroke> strokes) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (var stroke : strokes) {
            for (var point : stroke.points()) {
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        return new Box(left, top, right, bottom);
    }

    /** The box around boxes, of which there is at least one. */
    static Box around(Collection<Box> boxes) {
        return boxes.stream().reduce(Box::with).orElseThrow();
    }

    Box with(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    double longerSide() {
        return Math.max(width(), height());
    }

    /** Half of this is the middle; comparing needs no more. */
    double twiceMiddleX() {
        return left + right;
    }

    /** What part of the narrower one's width both have; 1 where that one has none and lies within the other. */
    double overlap(Box other) {
        double shared = Math.min(right, other.right) - Math.max(left, other.left);
        double narrower = Math.min(width(), other.width());
        if (shared < 0) {
            return 0;
        }
        return narrower == 0 ? 1 : shared / narrower;
    }
}
