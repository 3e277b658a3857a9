package inkbench.desktop.draw.pad;

import java.util.ArrayList;
import java.util.List;

/**
 * A smooth curve through the points of a stroke, which may grow: centripetal Catmull-Rom splines (Yuksel, Schaefer and Keyser,
 * 2011), which make neither loops nor cusps where points are sparse. Devices give places in whole pixels: so that their steps
 * don't make a wavy edge, points nearer to the last than a spacing are left out, except at the end, and the others are moved
 * towards the middle of their neighbours by less than a pixel.
 */
final class StrokeCurve {
    private static final double MOST_MOVED = 0.75;

    private final double spacing;
    private final List<Point> kept = new ArrayList<>();
    private Point end;

    /** A place in pixels. */
    record Point(double x, double y) {
        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    /** A cubic Bézier curve. */
    record Segment(Point from, Point control1, Point control2, Point to) {}

    StrokeCurve(double spacing) {
        this.spacing = spacing;
    }

    /** Goes on to a place. */
    void add(double x, double y) {
        end = new Point(x, y);
        if (kept.isEmpty() || kept.getLast().distance(end) >= spacing) {
            kept.add(end);
        }
    }

    /** Where a stroke begins. */
    Point start() {
        return kept.getFirst();
    }

    /** Whether all of it is on one spot. */
    boolean isDot() {
        return kept.size() == 1 && end.equals(kept.getFirst());
    }

    /** How many segments will stay as they are however the stroke goes on. */
    int settled() {
        return Math.max(0, kept.size() - 3);
    }

    /** The segments from one on, to the end of the stroke as it is. */
    List<Segment> from(int first) {
        var points = kept;
        if (!end.equals(kept.getLast())) {
            points = new ArrayList<>(kept);
            points.add(end);
        }
        var segments = new ArrayList<Segment>();
        for (int i = first; i < points.size() - 1; i++) {
            segments.add(segment(points, i));
        }
        return segments;
    }

    private static Segment segment(List<Point> points, int i) {
        var before = smooth(points, Math.max(0, i - 1));
        var from = smooth(points, i);
        var to = smooth(points, i + 1);
        var after = smooth(points, Math.min(points.size() - 1, i + 2));
        return new Segment(from, control(before, from, to), control(after, to, from), to);
    }

    private static Point smooth(List<Point> points, int i) {
        var here = points.get(i);
        if (i == 0 || i == points.size() - 1) {
            return here;
        }
        var before = points.get(i - 1);
        var after = points.get(i + 1);
        double x = (before.x + 2 * here.x + after.x) / 4 - here.x;
        double y = (before.y + 2 * here.y + after.y) / 4 - here.y;
        double share = Math.min(1, MOST_MOVED / Math.hypot(x, y));
        return Double.isNaN(share) ? here : new Point(here.x + share * x, here.y + share * y);
    }

    /** The control point beside {@code here} on the way to {@code there}, where the curve comes from {@code before}. */
    private static Point control(Point before, Point here, Point there) {
        double behind = before.distance(here);
        double ahead = here.distance(there);
        double product = 3 * Math.sqrt(behind * ahead);
        double whole = 3 * behind + product;
        if (behind == 0 || whole == 0) {
            return here;
        }
        double own = 2 * behind + product + ahead;
        return new Point(
                (behind * there.x - ahead * before.x + own * here.x) / whole,
                (behind * there.y - ahead * before.y + own * here.y) / whole);
    }
}
