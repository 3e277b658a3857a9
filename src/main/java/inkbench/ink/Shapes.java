package inkbench.ink;

import java.util.function.UnaryOperator;

/** Drawings that are sheared and turned. */
public final class Shapes {
    /** Slants beyond 45° are shapes, such as that of a 7, and not hands. */
    private static final double MOST_SLANT = 1;

    private Shapes() {}

    /**
     * Shears to the right what is above, as a slanted hand does.
     *
     * @param degrees
     *            between −90 and 90, exclusive
     */
    public static Drawing slanted(Drawing drawing, double degrees) {
        return sheared(drawing, Math.tan(Math.toRadians(degrees)));
    }

    /** Turns clockwise around the origin. */
    public static Drawing turned(Drawing drawing, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        return mapped(
                drawing,
                point -> new InkPoint(
                        cos * point.x() - sin * point.y(),
                        sin * point.x() + cos * point.y(),
                        point.millis()));
    }

    /**
     * Shears a drawing so that its ink leans neither way: the covariance of x and y along the lines becomes 0 (LeCun et al.,
     * "Gradient-based learning applied to document recognition", 1998, do so with pixels).
     */
    public static Drawing deslanted(Drawing drawing) {
        var moments = new Moments();
        for (var stroke : drawing.strokes()) {
            var points = stroke.points();
            for (int i = 1; i < points.size(); i++) {
                moments.add(points.get(i - 1), points.get(i));
            }
        }
        return sheared(drawing, Math.clamp(moments.slant(), -MOST_SLANT, MOST_SLANT));
    }

    private static Drawing sheared(Drawing drawing, double share) {
        return share == 0
                ? drawing
                : mapped(drawing, point -> new InkPoint(point.x() - share * point.y(), point.y(), point.millis()));
    }

    static Drawing mapped(Drawing drawing, UnaryOperator<InkPoint> map) {
        return new Drawing(
                drawing.strokes()
                        .stream()
                        .map(stroke -> new Stroke(stroke.points().stream().map(map).toList()))
                        .toList());
    }

    /** Sums over lines, each weighted by its length. */
    private static final class Moments {
        private double length;
        private double sumX;
        private double sumY;
        private double sumXY;
        private double sumYY;

        void add(InkPoint from, InkPoint to) {
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double weight = Math.hypot(dx, dy);
            double x = (from.x() + to.x()) / 2;
            double y = (from.y() + to.y()) / 2;
            length += weight;
            sumX += weight * x;
            sumY += weight * y;
            // The second moments of a line are those of its middle and a twelfth of its extent.
            sumXY += weight * (x * y + dx * dy / 12);
            sumYY += weight * (y * y + dy * dy / 12);
        }

        /** The covariance of x and y over the variance of y; 0 where there is no height. */
        double slant() {
            double variance = sumYY / length - sumY / length * (sumY / length);
            double covariance = sumXY / length - sumX / length * (sumY / length);
            double slant = covariance / variance;
            return Double.isFinite(slant) && variance > 1e-12 * sumYY / length ? slant : 0;
        }
    }
}
