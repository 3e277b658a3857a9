package inkbench.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElasticFieldTest {
    private static final int PIXELS = 4_000_000;
    private static final int SIDE = 64;
    private static final double AMPLITUDE = 50_000;

    @ParameterizedTest
    @CsvSource({"28, 28, 4", "28, 28, 2", "17, 31, 3", "1, 9, 4", "5, 40, 100"})
    void hasTheAmplitudeAsRootMeanSquareInBothDirections(int height, int width, double smoothness) {
        var fields = new Fields(height, width, smoothness);

        assertThat(fields.rootMeanSquare(fields.x)).isCloseTo(AMPLITUDE, within(0.25 * AMPLITUDE));
        assertThat(fields.rootMeanSquare(fields.y)).isCloseTo(AMPLITUDE, within(0.25 * AMPLITUDE));
        assertThat(fields.farthest()).isLessThan(3.7 * AMPLITUDE);
    }

    @Test
    void hasTheAmplitudeAlmostExactlyOnAverageOverManyNodes() {
        var fields = new Fields(97, 97, 4);

        assertThat(fields.rootMeanSquare(fields.x)).isCloseTo(AMPLITUDE, within(0.01 * AMPLITUDE));
    }

    /** White noise behind a Gaussian of deviation σ has the correlation exp(−d²/4σ²) at the distance d. */
    @ParameterizedTest
    @CsvSource({"3, 2", "4, 4", "4, 8", "6, 6"})
    void isAsSmoothAsNoiseBehindAGaussian(double smoothness, int distance) {
        var fields = new Fields(SIDE, SIDE, smoothness);

        double expected = StrictMath.exp(-distance * distance / (4 * smoothness * smoothness));
        assertThat(fields.correlation(fields.x, 1, distance)).isCloseTo(expected, within(0.03));
        assertThat(fields.correlation(fields.y, SIDE, distance)).isCloseTo(expected, within(0.03));
    }

    @Test
    void hasDirectionsThatKnowNothingOfEachOther() {
        var fields = new Fields(28, 28, 4);

        double product = 0;
        for (int i = 0; i < fields.x.length; i++) {
            for (int k = 0; k < fields.x[i].length; k++) {
                product += (double) fields.x[i][k] * fields.y[i][k];
            }
        }
        double mean = product / fields.x.length / fields.x[0].length;
        assertThat(mean / AMPLITUDE / AMPLITUDE).isCloseTo(0, within(0.03));
    }

    private static final class Fields {
        final int[][] x;
        final int[][] y;

        Fields(int height, int width, double smoothness) {
            var field = new ElasticField(height, width, AMPLITUDE, smoothness);
            var random = new SampleRandom();
            x = new int[Math.ceilDiv(PIXELS, height * width)][height * width];
            y = new int[x.length][height * width];
            for (int i = 0; i < x.length; i++) {
                random.seed(i);
                field.draw(random, x[i], y[i]);
            }
        }

        double rootMeanSquare(int[][] shifts) {
            return StrictMath.sqrt(
                    Arrays.stream(shifts)
                            .flatMapToInt(Arrays::stream)
                            .mapToDouble(v -> (double) v * v)
                            .average()
                            .orElseThrow());
        }

        double farthest() {
            return Math.max(farthest(x), farthest(y));
        }

        private static double farthest(int[][] shifts) {
            return Arrays.stream(shifts).flatMapToInt(Arrays::stream).map(Math::abs).max().orElseThrow();
        }

        /** Of pixels in the middle row (a step of 1) or column (a step of a row) with those some steps further on. */
        double correlation(int[][] shifts, int step, int distance) {
            double products = 0;
            double squares = 0;
            int start = SIDE / 2 * (step == 1 ? SIDE : 1);
            for (int[] field : shifts) {
                for (int k = 0; k + distance < SIDE; k++) {
                    double here = field[start + k * step];
                    double there = field[start + (k + distance) * step];
                    products += here * there;
                    squares += (here * here + there * there) / 2;
                }
            }
            return products / squares;
        }
    }
}
