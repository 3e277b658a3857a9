package inkbench.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RasterizerTest {
    private static final int SIZE = Rasterizer.SIZE;
    private static final double PEN = Rasterizer.PEN_WIDTH * Rasterizer.BOX;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Seeds of drawings of which nothing is cut off. */
    static LongStream seedsOfWholeDrawings() {
        return seeds().filter(seed -> !touchesTheEdge(Rasterizer.rasterize(Strokes.random(seed))));
    }

    @Test
    void drawsNothingForAnEmptyDrawing() {
        assertThat(Rasterizer.rasterize(Drawing.EMPTY)).isEqualTo(new byte[SIZE * SIZE]);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesNotDependOnScale(long seed) {
        var drawing = Strokes.random(seed);
        var expected = Rasterizer.rasterize(drawing);
        for (double factor : new double[]{1e-300, 1e-6, 0.1, 1.0 / 3, 7, 1234.5, 1e6, 1e300}) {
            var scaled = Strokes.map(drawing, p -> new InkPoint(p.x() * factor, p.y() * factor, p.millis()));
            assertThat(Rasterizer.rasterize(scaled)).as("× %s", factor).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesNotDependOnPlace(long seed) {
        var drawing = Strokes.random(seed);
        var expected = Rasterizer.rasterize(drawing);
        for (double shift : new double[]{-1e6, -400, -0.1, 1e-6, 1.0 / 3, 99.99, 1e6}) {
            var moved = Strokes.map(drawing, p -> new InkPoint(p.x() + shift, p.y() - 2 * shift, p.millis()));
            assertThat(Rasterizer.rasterize(moved)).as("+ %s", shift).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dependsNeitherOnTheOrderNorOnTheDirectionOfStrokes(long seed) {
        var strokes = new ArrayList<Stroke>();
        for (var stroke : Strokes.random(seed).strokes()) {
            strokes.add(new Stroke(stroke.points().reversed()));
        }
        Collections.shuffle(strokes, new Random(seed));
        assertThat(Rasterizer.rasterize(new Drawing(strokes))).isEqualTo(Rasterizer.rasterize(Strokes.random(seed)));
    }

    @ParameterizedTest
    @MethodSource("seedsOfWholeDrawings")
    void centresInkAtIndexFourteen(long seed) {
        var picture = Rasterizer.rasterize(Strokes.random(seed));
        assertThat(meanIndex(picture, true)).isCloseTo(14.0, within(0.5 / 16));
        assertThat(meanIndex(picture, false)).isCloseTo(14.0, within(0.5 / 16));
    }

    @ParameterizedTest
    @MethodSource("seedsOfWholeDrawings")
    void fitsTheLongerSideToTwentyPixels(long seed) {
        var picture = Rasterizer.rasterize(Strokes.random(seed));
        // Twenty pixels of ink lie on twenty rows or, between two, on twenty-one.
        assertThat(Math.max(inkedLines(picture, true), inkedLines(picture, false))).isBetween(20, 21);
    }

    @Test
    void drawsAnUprightLineAsLongAsTheBoxAndAsWideAsThePen() {
        var picture = Rasterizer.rasterize(Strokes.parse(List.of("3,0 3,1")));
        // Twenty rows around the middle of the pixel with index 14: from 4.5 to 24.5.
        assertThat(inkedLines(picture, true)).isEqualTo(21);
        assertThat(IntStream.range(8, 21).map(row -> rowSum(picture, row))).allSatisfy(
                sum -> assertThat(sum / 255.0).isCloseTo(PEN, within(1.0 / 16)));
        double capless = Rasterizer.BOX - PEN;
        double area = capless * PEN + Math.PI * PEN * PEN / 4;
        assertThat(IntStream.range(0, SIZE).map(row -> rowSum(picture, row)).sum() / 255.0)
                .isCloseTo(area, within(0.4));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the pen has 2.5 pixels, the line 17.5; the middle of pixel 14 is at 14.5
            true,  true,  14.5, 5.75, 23.25
            true,  false, 14,   5.25, 22.75
            # units of the canvas from its middle
            false, false, 19.6, 8.4,  11.2
            """)
    void tellsWherePointsLieInThePicture(boolean fitted, boolean centred, double x, double top, double bottom) {
        var line = new Drawing(List.of(new Stroke(List.of(new InkPoint(0.2, -0.2, 0), new InkPoint(0.2, -0.1, 9)))));
        var preparation = Preparation.MNIST.withFitted(fitted).withCentred(centred);

        var places = Rasterizer.places(line, preparation).strokes().getFirst().points();

        assertThat(places.getFirst().x()).isEqualTo(x, within(1e-9));
        assertThat(places.getFirst().y()).isEqualTo(top, within(1e-9));
        assertThat(places.getLast().y()).isEqualTo(bottom, within(1e-9));
        assertThat(places.getLast().millis()).isEqualTo(9);
    }

    @Test
    void drawsADotAsARoundSpotOfThePen() {
        var picture = Rasterizer.rasterize(Strokes.parse(List.of("7,7")));
        assertThat(Byte.toUnsignedInt(picture[14 * SIZE + 14])).isEqualTo(255);
        assertThat(IntStream.range(0, SIZE).map(row -> rowSum(picture, row)).sum() / 255.0)
                .isCloseTo(Math.PI * PEN * PEN / 4, within(0.05));
    }

    @Test
    void drawsPointsOnOneSpotAsOneDot() {
        assertThat(Rasterizer.rasterize(Strokes.parse(List.of("7,7 7,7", "7,7"))))
                .isEqualTo(Rasterizer.rasterize(Strokes.parse(List.of("1e9,-3"))));
    }

    @Test
    void countsOverlappingInkOnce() {
        var once = Strokes.parse(List.of("0,0 10,3 4,20"));
        var twice = Strokes.parse(List.of("0,0 10,3 4,20", "10,3 4,20", "0,0 10,3"));
        assertThat(Rasterizer.rasterize(twice)).isEqualTo(Rasterizer.rasterize(once));
    }

    @Test
    void cutsOffWhatLiesTooFarFromTheCentreOfMass() {
        var picture = Rasterizer.rasterize(
                Strokes.parse(List.of("0,0 100,0 0,8 100,8 0,16 100,16 0,24 100,24", "50,0 50,100")));
        assertThat(rowSum(picture, SIZE - 1)).isPositive();
        assertThat(inkedLines(picture, true)).isLessThan(20);
    }

    @Test
    void drawsAMillionPointsLikeTheFewThatMatter() {
        var points = IntStream.rangeClosed(0, 1_000_000).mapToObj(i -> new InkPoint(0, i, i)).toList();
        assertThat(Rasterizer.rasterize(new Drawing(List.of(new Stroke(points)))))
                .isEqualTo(Rasterizer.rasterize(Strokes.parse(List.of("0,0 0,1"))));
    }

    @Test
    void copesWithTheLargestCoordinates() {
        assertThat(Rasterizer.rasterize(Strokes.parse(List.of("-1e308,-1e308 1.5e308,1.5e308"))))
                .isEqualTo(Rasterizer.rasterize(Strokes.parse(List.of("0,0 1,1"))));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NaN,       0
            0,         NaN
            Infinity,  0
            0,         -Infinity
            """)
    void refusesPointsThatAreNowhere(double x, double y) {
        assertThatIllegalArgumentException().isThrownBy(() -> new InkPoint(x, y, 0))
                .withMessage("A point of ink needs finite coordinates: (" + x + ", " + y + ")");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1, Double.NaN})
    void refusesPensWithoutWidthOrWiderThanTheDigit(double penWidth) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rasterizer.rasterize(Drawing.EMPTY, penWidth))
                .withMessageContaining(Double.toString(penWidth));
    }

    private static boolean touchesTheEdge(byte[] picture) {
        return IntStream.range(0, SIZE).anyMatch(
                i -> Stream.of(i, (SIZE - 1) * SIZE + i, i * SIZE, i * SIZE + SIZE - 1)
                        .anyMatch(at -> picture[at] != 0));
    }

    private static int rowSum(byte[] picture, int row) {
        return IntStream.range(0, SIZE).map(x -> Byte.toUnsignedInt(picture[row * SIZE + x])).sum();
    }

    private static int inkedLines(byte[] picture, boolean rows) {
        return (int) IntStream.range(0, SIZE)
                .filter(
                        i -> IntStream.range(0, SIZE)
                                .anyMatch(j -> picture[rows ? i * SIZE + j : j * SIZE + i] != 0))
                .count();
    }

    private static double meanIndex(byte[] picture, boolean rows) {
        double mass = 0;
        double moment = 0;
        for (int i = 0; i < picture.length; i++) {
            int value = Byte.toUnsignedInt(picture[i]);
            mass += value;
            moment += value * (double) (rows ? i / SIZE : i % SIZE);
        }
        return moment / mass;
    }
}
