package inkbench.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Drawings for tests. */
final class Strokes {
    private Strokes() {}

    /** Parses a line for each stroke, with points like {@code 1.5,2}. */
    static Drawing parse(List<String> lines) {
        return new Drawing(lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> new Stroke(Arrays.stream(line.trim().split("\\s+")).map(Strokes::point).toList()))
                .toList());
    }

    private static InkPoint point(String text) {
        var xy = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
        return new InkPoint(xy[0], xy[1], 0);
    }

    /** A few smooth strokes around the middle of a canvas of 400 by 400; each begins on the one before. */
    static Drawing random(long seed) {
        var random = new Random(seed);
        var strokes = new ArrayList<Stroke>();
        int count = 1 + random.nextInt(4);
        double x = random.nextDouble(100, 300);
        double y = random.nextDouble(100, 300);
        for (int i = 0; i < count; i++) {
            double heading = random.nextDouble(6.3);
            var points = new ArrayList<InkPoint>();
            for (int j = 1 + random.nextInt(40); j >= 0; j--) {
                points.add(new InkPoint(x, y, 10 * j));
                heading += random.nextDouble(-0.6, 0.6);
                x += 9 * Math.cos(heading);
                y += 9 * Math.sin(heading);
            }
            strokes.add(new Stroke(points));
            var start = points.get(random.nextInt(points.size()));
            x = start.x();
            y = start.y();
        }
        return new Drawing(strokes);
    }

    static Drawing map(Drawing drawing, UnaryOperator<InkPoint> change) {
        return new Drawing(drawing.strokes()
                .stream()
                .map(stroke -> new Stroke(stroke.points().stream().map(change).toList()))
                .toList());
    }
}
