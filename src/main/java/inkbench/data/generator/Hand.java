package inkbench.data.generator;

import java.util.ArrayList;
import java.util.List;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;

/** A writer's hand: no two digits come out alike. */
final class Hand {
    /** Distance of the points of a stroke in hundredths of the digit's height. */
    private static final double STEP = 2.5;
    private static final double MILLIS_PER_STEP = 8;

    private final Writer writer;
    private final Chance chance;

    private final double slant;
    private final double width;
    private final double cosine;
    private final double sine;
    private final Wobble wobble;

    private Hand(Writer writer, Chance chance) {
        this.writer = writer;
        this.chance = chance;
        double care = writer.carelessness();
        slant = chance.around(writer.slant(), 0.05 * care);
        width = writer.width() * chance.factor(0.08 * care);
        double turn = chance.around(0, 0.05 * care);
        cosine = StrictMath.cos(turn);
        sine = StrictMath.sin(turn);
        wobble = Wobble.of(2.6 * care, chance);
    }

    /** Writes a digit once. */
    static Drawing write(Writer writer, int digit, Chance chance) {
        return write(writer, writer.habits().get(digit), chance);
    }

    /** Writes anything once. */
    static Drawing write(Writer writer, Skeleton skeleton, Chance chance) {
        return new Hand(writer, chance).draw(skeleton);
    }

    private Drawing draw(Skeleton skeleton) {
        var strokes = new ArrayList<Stroke>();
        double millis = 0;
        for (var knots : skeleton.strokes()) {
            var stroke = stroke(knots, millis, !strokes.isEmpty());
            millis = stroke.points().getLast().millis() + 20 * MILLIS_PER_STEP;
            strokes.add(stroke);
        }
        return new Drawing(strokes);
    }

    private Stroke stroke(List<Knot> knots, double millis, boolean later) {
        double care = writer.carelessness();
        var points = Spline.points(Writer.moved(knots, 1.3 * care, chance), STEP);
        points = endings(points);
        points = smoothed(points, writer.roundness() * chance.factor(0.2));
        // Whoever lifts the pen does not come down exactly where they meant to.
        double missX = later ? chance.around(0, 2.5 * care) : 0;
        double missY = later ? chance.around(0, 2.5 * care) : 0;
        var ink = new ArrayList<InkPoint>(points.size());
        for (var point : points) {
            ink.add(place(point[0] + missX, point[1] + missY, millis + ink.size() * MILLIS_PER_STEP));
        }
        return new Stroke(ink);
    }

    private InkPoint place(double x, double y, double millis) {
        double bentX = x + writer.bend().x(x, y) + wobble.x(x, y);
        double bentY = y + writer.bend().y(x, y) + wobble.y(x, y);
        double leaning = bentX * width - slant * bentY;
        return new InkPoint(leaning * cosine - bentY * sine, leaning * sine + bentY * cosine, millis);
    }

    /** Begins and ends a stroke a little early or late: gaps and overshoots. */
    private List<double[]> endings(List<double[]> points) {
        int begin = (int) Math.rint(chance.around(0, 0.9 * writer.carelessness()));
        int end = (int) Math.rint(chance.around(0, 0.9 * writer.carelessness()));
        int longest = points.size() / 6;
        var result = new ArrayList<double[]>(points);
        extend(result, Math.clamp(end, -longest, 4));
        var reversed = new ArrayList<>(result.reversed());
        extend(reversed, Math.clamp(begin, -longest, 4));
        return reversed.reversed();
    }

    private static void extend(List<double[]> points, int steps) {
        for (int i = steps; i < 0; i++) {
            points.removeLast();
        }
        if (steps <= 0 || points.size() < 2) {
            return;
        }
        var last = points.getLast();
        var before = points.get(points.size() - 2);
        for (int i = 1; i <= steps; i++) {
            points.add(new double[]{last[0] + i * (last[0] - before[0]), last[1] + i * (last[1] - before[1])});
        }
    }

    /** A Gaussian mean along the stroke; its ends stay where they are. */
    private static List<double[]> smoothed(List<double[]> points, double deviation) {
        double steps = deviation / STEP;
        int reach = (int) Math.ceil(2.5 * steps);
        var weights = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            weights[i] = StrictMath.exp(-0.5 * (i / steps) * (i / steps));
        }
        var result = new ArrayList<double[]>(points.size());
        for (int i = 0; i < points.size(); i++) {
            int near = Math.min(reach, Math.min(i, points.size() - 1 - i));
            double sum = 0;
            double x = 0;
            double y = 0;
            for (int j = -near; j <= near; j++) {
                double weight = weights[Math.abs(j)];
                var point = points.get(i + j);
                sum += weight;
                x += weight * point[0];
                y += weight * point[1];
            }
            result.add(new double[]{x / sum, y / sum});
        }
        return result;
    }
}
