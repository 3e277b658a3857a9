package inkbench.app.explaining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Preparation;
import inkbench.ink.Stroke;

class StrokePainterTest {
    private static final int EDGE = StrokePainter.EDGE;
    private static final int BLACK = 0xFF000000;

    @Test
    void coloursEveryPieceByWhereItLies() {
        // The upper half speaks for, the lower half against; the line has its two ends only.
        var values = new float[784];
        IntStream.range(0, values.length).forEach(i -> values[i] = i < 14 * 28 ? 1 : -1);
        var picture = paint(stroke(3, 1, 3, 9), values);

        assertThat(at(picture, 0.5, 0.2)).isEqualTo(ExplanationColours.of(1, 1, true));
        assertThat(at(picture, 0.5, 0.8)).isEqualTo(ExplanationColours.of(-1, 1, true));
        assertThat(at(picture, 0.1, 0.5)).isEqualTo(BLACK);
    }

    @Test
    void paintsADotInTheMiddle() {
        var values = new float[784];
        Arrays.fill(values, 1);
        var picture = paint(stroke(1e300, -1e300), values);

        assertThat(at(picture, 0.5, 0.5)).isEqualTo(ExplanationColours.of(1, 1, true));
        assertThat(at(picture, 0.5, 0.3)).isEqualTo(BLACK);
    }

    @Test
    void paintsAMillionPointsAsOneLine() {
        var many = new double[2_000_000];
        for (int i = 0; i < many.length / 2; i++) {
            many[2 * i] = 3;
            many[2 * i + 1] = 8.0 * i / (many.length / 2 - 1);
        }
        var values = new float[784];
        Arrays.fill(values, 1);

        var picture = paint(stroke(many), values);
        for (double y : new double[]{0.1, 0.3, 0.5, 0.7, 0.9}) {
            assertThat(at(picture, 0.5, y)).isEqualTo(ExplanationColours.of(1, 1, true));
            assertThat(at(picture, 0.3, y)).isEqualTo(BLACK);
        }
    }

    @Test
    void survivesTheLargestNumbers() {
        var picture = paint(stroke(-1.7e308, 0, 1.7e308, 5), new float[784]);

        assertThat(picture.argb()).hasSize(EDGE * EDGE);
    }

    private static StrokePicture paint(Drawing drawing, float[] values) {
        return StrokePainter.of(drawing, Preparation.MNIST).paint(values, 28, 1);
    }

    private static int at(StrokePicture picture, double x, double y) {
        return picture.argb()[(int) (y * EDGE) * EDGE + (int) (x * EDGE)];
    }

    private static Drawing stroke(double... coordinates) {
        var points = IntStream.range(0, coordinates.length / 2)
                .mapToObj(i -> new InkPoint(coordinates[2 * i], coordinates[2 * i + 1], i))
                .toList();
        return new Drawing(List.of(new Stroke(points)));
    }
}
