package inkbench.evaluation.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;

class ProbabilityStatisticsTest {
    @Test
    void certainAndRightIsPerfect() {
        var statistics = ProbabilityStatistics.of(evaluation(new byte[]{0, 1}, new float[][]{{1, 0}, {0, 1}}));

        assertThat(statistics.brierScore()).isZero();
        assertThat(statistics.calibration().expectedError()).isZero();
        assertThat(statistics.rocAreas()).containsExactly(1, 1);
        assertThat(statistics.averagePrecisions()).containsExactly(1, 1);
    }

    @Test
    void certainAndWrongIsTheWorst() {
        var statistics = ProbabilityStatistics.of(evaluation(new byte[]{0, 1}, new float[][]{{0, 1}, {1, 0}}));

        assertThat(statistics.brierScore()).isEqualTo(2);
        assertThat(statistics.calibration().expectedError()).isEqualTo(1);
        assertThat(statistics.rocAreas()).containsExactly(0, 0);
        assertThat(statistics.top2Accuracy()).isEqualTo(1);
    }

    @Test
    void sameAnswerForAllHasHalfTheArea() {
        var statistics = ProbabilityStatistics
                .of(evaluation(new byte[]{0, 1, 1}, new float[][]{{0.5f, 0.5f}, {0.5f, 0.5f}, {0.5f, 0.5f}}));

        assertThat(statistics.rocAreas()).containsExactly(0.5, 0.5);
        assertThat(statistics.averagePrecisions()[1]).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void withoutOtherClassesThereIsNoRocCurve() {
        var statistics = ProbabilityStatistics.of(evaluation(new byte[]{0, 0}, new float[][]{{1, 0}, {0, 1}}));

        assertThat(statistics.rocAreas()).containsExactly(Double.NaN, Double.NaN);
        assertThat(statistics.meanRocArea()).isNaN();
        assertThat(statistics.meanAveragePrecision()).isEqualTo(1);
    }

    @Test
    void probabilityOnABorderBelongsToTheBinBelow() {
        var calibration = Calibration.of(evaluation(new byte[]{0, 1}, new float[][]{{0.5f, 0.5f}, {0, 1}}), 2);

        assertThat(calibration.bins()).containsExactly(
                new Calibration.Bin(0, 0.5, 1, 0.5, 1),
                new Calibration.Bin(0.5, 1, 1, 1, 1));
        assertThat(calibration.expectedError()).isEqualTo(0.25);
        assertThat(calibration.maximumError()).isEqualTo(0.5);
        assertThat(calibration.bins().getFirst().overconfidence()).isEqualTo(-0.5);
    }

    @Test
    void answersOfTheSameConfidenceAreGivenTogether() {
        var answers = new float[][]{{0.9f, 0.1f}, {0.7f, 0.3f}, {0.7f, 0.3f}, {0.6f, 0.4f}};
        var curve = CoverageCurve.of(evaluation(new byte[]{0, 0, 1, 1}, answers));

        assertThat(curve.coverages()).containsExactly(0.25, 0.75, 1);
        assertThat(curve.accuracies()).containsExactly(1, 2 / 3.0, 0.5);
        assertThat(curve.atLeast(0.5)).isEqualTo(new CoverageCurve.Point(0.75, 2 / 3.0, 0.7f));
        assertThat(curve.atLeast(1).coverage()).isEqualTo(1);
    }

    @Test
    void straightPartsOfTheRocCurveHaveNoPointsBetween() {
        var answers = new float[][]{{0.9f, 0.1f}, {0.8f, 0.2f}, {0.7f, 0.3f}, {0.6f, 0.4f}, {0.5f, 0.5f}};
        var curve = RocCurve.of(evaluation(new byte[]{0, 0, 1, 0, 1}, answers), 0);

        assertThat(curve.falsePositiveRates()).containsExactly(0, 0, 0.5, 0.5, 1);
        assertThat(curve.truePositiveRates()).containsExactly(0, 2 / 3.0, 2 / 3.0, 1, 1);
        assertThat(curve.area()).isCloseTo(5 / 6.0, within(1e-15));
    }

    private static Evaluation evaluation(byte[] labels, float[][] probabilities) {
        var dataset = Dataset.of("made", 1, 1, List.of("a", "b"), new byte[labels.length], labels, "made");
        return Evaluation.of("model", dataset, probabilities);
    }
}
