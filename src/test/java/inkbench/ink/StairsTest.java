package inkbench.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StairsTest {
    /** A slanted line, as slowly as a mouse goes. */
    @Test
    void bringsSmallDrawingsNearerToWhatWasDrawn() {
        var drawn = Rasterizer.rasterize(line(false));
        var whole = line(true);

        double with = difference(drawn, Rasterizer.rasterize(whole));

        assertThat(Stairs.smoothed(whole)).isNotEqualTo(whole);
        assertThat(with).isLessThan(0.7 * difference(drawn, Rasterizer.rasterize(offGrid(whole))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.001, 737.3})
    void findsStairsInAnyUnit(double unit) {
        var scaled = scaled(circle(15, true), unit);

        assertThat(Rasterizer.rasterize(scaled)).isEqualTo(Rasterizer.rasterize(circle(15, true)));
        assertThat(Stairs.smoothed(scaled)).isNotEqualTo(scaled);
    }

    @Test
    void leavesFineDrawingsAlone() {
        var fine = circle(15, false);
        var large = circle(150, true);
        var dot = drawing(List.of(new InkPoint(3, 4, 0)));
        var still = drawing(List.of(new InkPoint(3, 4, 0), new InkPoint(3, 4, 8)));

        assertThat(Stairs.smoothed(fine)).isSameAs(fine);
        assertThat(Stairs.smoothed(large)).isSameAs(large);
        assertThat(Stairs.smoothed(dot)).isSameAs(dot);
        assertThat(Stairs.smoothed(still)).isSameAs(still);
    }

    @Test
    void keepsCornersOfFigures() {
        var seven = drawing(List.of(new InkPoint(0, 0, 0), new InkPoint(20, 0, 8), new InkPoint(7, 30, 16)));

        assertThat(Stairs.smoothed(seven)).isEqualTo(seven);
    }

    private static Drawing line(boolean whole) {
        var points = new ArrayList<InkPoint>();
        for (int i = 0; i <= 40; i++) {
            double x = 0.21 * i;
            double y = 0.73 * i;
            points.add(whole ? new InkPoint(Math.rint(x), Math.rint(y), i) : new InkPoint(x, y, i));
        }
        return drawing(points);
    }

    private static Drawing circle(double radius, boolean whole) {
        var points = new ArrayList<InkPoint>();
        for (int i = 0; i <= 40; i++) {
            double x = radius * Math.cos(i * Math.PI / 20) + 50;
            double y = radius * Math.sin(i * Math.PI / 20) + 50;
            points.add(whole ? new InkPoint(Math.rint(x), Math.rint(y), i) : new InkPoint(x, y, i));
        }
        return drawing(points);
    }

    /** Hardly moved, but so that nobody takes it for whole pixels. */
    private static Drawing offGrid(Drawing drawing) {
        var points = drawing.strokes().getFirst().points();
        var moved = new ArrayList<>(points);
        var last = points.getLast();
        moved.set(points.size() - 1, new InkPoint(last.x() + 0.01, last.y(), last.millis()));
        return drawing(moved);
    }

    private static Drawing scaled(Drawing drawing, double unit) {
        return drawing(
                drawing.strokes()
                        .getFirst()
                        .points()
                        .stream()
                        .map(point -> new InkPoint(unit * point.x(), unit * point.y(), point.millis()))
                        .toList());
    }

    private static Drawing drawing(List<InkPoint> points) {
        return new Drawing(List.of(new Stroke(points)));
    }

    private static double difference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(Byte.toUnsignedInt(a[i]) - Byte.toUnsignedInt(b[i]));
        }
        return sum;
    }
}
