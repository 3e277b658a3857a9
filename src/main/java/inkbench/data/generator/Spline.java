package inkbench.data.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * A smooth curve through knots: Catmull–Rom with centripetal parameters (Yuksel, Schaefer and Keyser, 2011), which makes
 * neither loops nor cusps between knots. A corner ends one curve and begins the next.
 */
final class Spline {
    private Spline() {}

    /**
     * Points along the curve at most about {@code step} apart, the knots among them.
     *
     * @return {@code [point][x, y]}
     */
    static List<double[]> points(List<Knot> knots, double step) {
        var points = new ArrayList<double[]>();
        points.add(new double[]{knots.getFirst().x(), knots.getFirst().y()});
        for (int i = 0; i + 1 < knots.size(); i++) {
            var from = knots.get(i);
            var to = knots.get(i + 1);
            var before = i == 0 || from.corner() ? mirrored(to, from) : knots.get(i - 1);
            var after = i + 2 == knots.size() || to.corner() ? mirrored(from, to) : knots.get(i + 2);
            addSegment(points, before, from, to, after, step);
        }
        return points;
    }

    /** A knot as far behind {@code centre} as {@code knot} is before it. */
    private static Knot mirrored(Knot knot, Knot centre) {
        return new Knot(2 * centre.x() - knot.x(), 2 * centre.y() - knot.y(), false);
    }

    private static void addSegment(List<double[]> points, Knot p0, Knot p1, Knot p2, Knot p3, double step) {
        double t1 = interval(p0, p1);
        double t2 = t1 + interval(p1, p2);
        double t3 = t2 + interval(p2, p3);
        int count = (int) Math.ceil((t2 - t1) * (t2 - t1) / step);
        for (int i = 1; i <= count; i++) {
            double t = t1 + (t2 - t1) * i / count;
            points.add(
                    new double[]{
                            between(p0.x(), p1.x(), p2.x(), p3.x(), t1, t2, t3, t),
                            between(p0.y(), p1.y(), p2.y(), p3.y(), t1, t2, t3, t)});
        }
    }

    /** The parameter's advance between two knots: the square root of their distance, and never nothing. */
    private static double interval(Knot from, Knot to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return Math.sqrt(Math.sqrt(Math.max(dx * dx + dy * dy, 1e-6)));
    }

    /** Barry and Goldman's pyramid for one coordinate, with the first knot at parameter 0. */
    private static double between(
            double p0,
            double p1,
            double p2,
            double p3,
            double t1,
            double t2,
            double t3,
            double t) {
        double a1 = mix(p0, p1, 0, t1, t);
        double a2 = mix(p1, p2, t1, t2, t);
        double a3 = mix(p2, p3, t2, t3, t);
        double b1 = mix(a1, a2, 0, t2, t);
        double b2 = mix(a2, a3, t1, t3, t);
        return mix(b1, b2, t1, t2, t);
    }

    private static double mix(double from, double to, double start, double end, double t) {
        return ((end - t) * from + (t - start) * to) / (end - start);
    }
}
