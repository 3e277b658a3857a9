package inkbench.desktop.draw.pad;

import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;

/** How far a place is from a stroke. */
final class StrokeDistance {
    private StrokeDistance() {}

    /** The distance from a place to the nearest point of the lines between a stroke's points. */
    static double of(Stroke stroke, double x, double y) {
        var points = stroke.points();
        double nearest = Math.hypot(points.getFirst().x() - x, points.getFirst().y() - y);
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, toLine(points.get(i - 1), points.get(i), x, y));
        }
        return nearest;
    }

    private static double toLine(InkPoint from, InkPoint to, double x, double y) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double squared = dx * dx + dy * dy;
        double along = squared == 0 ? 0 : Math.clamp(((x - from.x()) * dx + (y - from.y()) * dy) / squared, 0, 1);
        return Math.hypot(from.x() + along * dx - x, from.y() + along * dy - y);
    }
}
