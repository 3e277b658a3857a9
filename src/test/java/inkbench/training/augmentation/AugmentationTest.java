package inkbench.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationTest {
    private static final int DRAWS = 10_000;

    static Stream<Augmentation> eachKindAlone() {
        var none = Augmentation.NONE;
        return Stream.of(
                none.withRotation(12),
                none.withShift(2, 0),
                none.withShift(0, 2),
                none.withScale(0.1),
                none.withShear(0.1),
                none.withElastic(1, 4),
                none.withThickness(0.3));
    }

    @Test
    void isNoneWhateverTheSmoothnessOfNoDistortion() {
        assertThat(Augmentation.NONE.isNone()).isTrue();
        assertThat(Augmentation.NONE.withElastic(0, 7).isNone()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("eachKindAlone")
    void isSomethingWithAnyKindOn(Augmentation one) {
        assertThat(one.isNone()).isFalse();
        assertThat(Augmentation.DIGITS.isNone()).isFalse();
    }

    @Test
    void changesOneLimitAtATime() {
        var changed = Augmentation.NONE.withRotation(1)
                .withShift(2, 3)
                .withScale(0.4)
                .withShear(0.5)
                .withElastic(6, 7)
                .withThickness(0.8);

        assertThat(changed).isEqualTo(new Augmentation(1, 2, 3, 0.4, 0.5, 6, 7, 0.8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            181  | 0   | 0   | 0   | 0   | 0  | 4   | 0   | A rotation lies in [0.0, 180.0] degrees: 181.0
            -1   | 0   | 0   | 0   | 0   | 0  | 4   | 0   | A rotation lies in [0.0, 180.0] degrees: -1.0
            NaN  | 0   | 0   | 0   | 0   | 0  | 4   | 0   | A rotation lies in [0.0, 180.0] degrees: NaN
            0    | 101 | 0   | 0   | 0   | 0  | 4   | 0   | A shift in x lies in [0.0, 100.0] pixels: 101.0
            0    | 0   | -2  | 0   | 0   | 0  | 4   | 0   | A shift in y lies in [0.0, 100.0] pixels: -2.0
            0    | 0   | 0   | 0.6 | 0   | 0  | 4   | 0   | A change of scale lies in [0.0, 0.5] of the size: 0.6
            0    | 0   | 0   | 0   | 1.1 | 0  | 4   | 0   | A shear lies in [0.0, 1.0] as a tangent: 1.1
            0    | 0   | 0   | 0   | 0   | 11 | 4   | 0   | The amplitude of elastic distortion lies in [0.0, 10.0] pixels: 11.0
            0    | 0   | 0   | 0   | 0   | 1  | 1.5 | 0   | The smoothness of elastic distortion lies in [2.0, 100.0] pixels: 1.5
            0    | 0   | 0   | 0   | 0   | 0  | 4   | 1.5 | A change of thickness lies in [0.0, 1.0] pixels: 1.5
            """)
    void refusesWhatIsOutOfRange(
            double rotation,
            double shiftX,
            double shiftY,
            double scale,
            double shear,
            double amplitude,
            double smoothness,
            double thickness,
            String message) {
        assertThatThrownBy(
                () -> new Augmentation(rotation, shiftX, shiftY, scale, shear, amplitude, smoothness, thickness))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void drawsEvenlyFromBetweenTheLimits() {
        var distortions = draw(Augmentation.DIGITS);

        double most = StrictMath.toRadians(12);
        assertSpread(distortions.stream().mapToDouble(d -> d.angle).toArray(), most);
        assertSpread(distortions.stream().mapToDouble(d -> d.shiftX).toArray(), 2);
        assertSpread(distortions.stream().mapToDouble(d -> d.shiftY).toArray(), 2);
        assertSpread(distortions.stream().mapToDouble(d -> d.scale - 1).toArray(), 0.12);
        assertSpread(distortions.stream().mapToDouble(d -> d.shear).toArray(), 0.15);
        assertSpread(distortions.stream().mapToDouble(d -> d.thickness).toArray(), 0.3);
    }

    @Test
    void drawsTheSameAngleWhetherOrNotOtherKindsAreOn() {
        var all = draw(Augmentation.DIGITS);
        var alone = draw(Augmentation.NONE.withRotation(12));

        assertThat(alone).extracting(d -> d.angle).isEqualTo(all.stream().map(d -> d.angle).toList());
        assertThat(alone).allMatch(d -> d.shiftX == 0 && d.scale == 1 && d.shear == 0 && d.thickness == 0);
    }

    private static List<Distortion> draw(Augmentation limits) {
        var random = new SampleRandom();
        return IntStream.range(0, DRAWS).mapToObj(seed -> {
            random.seed(seed);
            var distortion = new Distortion();
            distortion.draw(limits, random);
            return distortion;
        }).toList();
    }

    private static void assertSpread(double[] values, double limit) {
        var summary = Arrays.stream(values).summaryStatistics();
        assertThat(summary.getMin()).isBetween(-limit, -0.99 * limit);
        assertThat(summary.getMax()).isBetween(0.99 * limit, limit);
        assertThat(summary.getAverage()).isCloseTo(0, within(0.03 * limit));
        double squares = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
        assertThat(squares).isCloseTo(limit * limit / 3, within(0.03 * limit * limit));
    }
}
