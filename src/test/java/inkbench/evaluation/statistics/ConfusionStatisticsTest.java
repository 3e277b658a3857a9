package inkbench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import inkbench.evaluation.ConfusionMatrix;

class ConfusionStatisticsTest {
    @Test
    void wantsTwoClassesAndAnImage() {
        assertThatThrownBy(() -> ConfusionStatistics.of(matrix(new long[][]{{5}})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfusionStatistics.of(matrix(new long[2][2])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void orderOfTheClassesDoesNotMatter() {
        var random = new Random(11);
        for (int i = 0; i < 30; i++) {
            var matrix = randomMatrix(random, 2 + random.nextInt(8));
            var order = IntStream.range(0, matrix.classCount()).boxed().toList();
            var shuffled = new ArrayList<>(order);
            Collections.shuffle(shuffled, random);
            var counts = new long[matrix.classCount()][matrix.classCount()];
            for (int a : order) {
                for (int b : order) {
                    counts[a][b] = matrix.count(shuffled.get(a), shuffled.get(b));
                }
            }

            var one = ConfusionStatistics.of(matrix);
            var other = ConfusionStatistics.of(matrix(counts));

            assertThat(other.overall().kappa()).isCloseTo(one.overall().kappa(), within(1e-12));
            assertThat(other.overall().symmetry().pValue()).isCloseTo(one.overall().symmetry().pValue(), within(1e-9));
            assertThat(other.matthewsCorrelation()).isCloseTo(one.matthewsCorrelation(), within(1e-12));
            assertThat(other.macro().f1()).isCloseTo(one.macro().f1(), within(1e-12));
            assertThat(other.classes().get(0).f1()).isEqualTo(one.classes().get(shuffled.get(0)).f1());
        }
    }

    @Test
    void weightedRecallIsTheAccuracyAndIntervalHoldsIt() {
        var random = new Random(12);
        for (int i = 0; i < 30; i++) {
            var statistics = ConfusionStatistics.of(randomMatrix(random, 2 + random.nextInt(8)));

            var overall = statistics.overall();
            assertThat(statistics.weighted().recall()).isCloseTo(overall.accuracy(), within(1e-12));
            assertThat(overall.accuracyLower()).isLessThan(overall.accuracy());
            assertThat(overall.accuracyUpper()).isGreaterThan(overall.accuracy());
        }
    }

    @Test
    void predictiveValueIsThePrecision() {
        var random = new Random(13);
        for (var ofClass : ConfusionStatistics.of(randomMatrix(random, 9)).classes()) {
            assertThat(ofClass.positivePredictiveValue()).isCloseTo(ofClass.precision(), within(1e-12));
        }
    }

    @Test
    void correlationIsGorodkins() {
        var twoClasses = ConfusionStatistics.of(matrix(new long[][]{{40, 7}, {12, 61}}));
        var perfect = ConfusionStatistics.of(matrix(new long[][]{{3, 0, 0}, {0, 4, 0}, {0, 0, 5}}));
        var independent = ConfusionStatistics.of(matrix(new long[][]{{2, 4}, {3, 6}}));
        var oneAnswer = ConfusionStatistics.of(matrix(new long[][]{{2, 0}, {3, 0}}));

        double expected = (40.0 * 61 - 7 * 12) / Math.sqrt(47.0 * 73 * 52 * 68);
        assertThat(twoClasses.matthewsCorrelation()).isCloseTo(expected, within(1e-15));
        assertThat(perfect.matthewsCorrelation()).isEqualTo(1);
        assertThat(independent.matthewsCorrelation()).isZero();
        assertThat(oneAnswer.matthewsCorrelation()).isNaN();
    }

    @Test
    void correlationKeepsItsDigitsWhereCountsNearlyCancel() {
        long many = 1_000_000_000_000_000L;

        var statistics = ConfusionStatistics.of(matrix(new long[][]{{many + 1, many}, {many, many}}));

        // To first order 1/(4 · many): (ad − bc)/√… with a = many + 1.
        assertThat(statistics.matthewsCorrelation()).isCloseTo(0.25 / many, within(1e-12 / many));
    }

    @Test
    void averagesCountClassesNeverPredictedAsZeroAndLeaveOutThoseWithoutImages() {
        var statistics = ConfusionStatistics.of(matrix(new long[][]{{8, 0, 2}, {5, 0, 0}, {0, 0, 0}}));

        assertThat(statistics.macro().recall()).isCloseTo((0.8 + 0) / 2, within(1e-15));
        assertThat(statistics.macro().precision()).isCloseTo((8 / 13.0 + 0) / 2, within(1e-15));
        assertThat(statistics.macro().f1()).isCloseTo((16 / 23.0 + 0) / 2, within(1e-15));
        assertThat(statistics.weighted().precision()).isCloseTo(8 / 13.0 * 10 / 15, within(1e-15));
    }

    @Test
    void reportsOnlyThePositiveOfTwoClasses() {
        var two = ConfusionStatistics.of(matrix(new long[][]{{40, 7}, {12, 61}}));

        assertThat(two.reported()).containsExactly(two.classes().getFirst());
    }

    private static ConfusionMatrix randomMatrix(Random random, int classes) {
        var counts = new long[classes][classes];
        Arrays.setAll(counts, _ -> random.longs(classes, 1, 50).toArray());
        return matrix(counts);
    }

    private static ConfusionMatrix matrix(long[][] counts) {
        var names = IntStream.range(0, counts.length).mapToObj(Integer::toString).toList();
        return new ConfusionMatrix(names, counts);
    }
}
