package inkbench.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;

class PairedComparisonTest {
    private static final byte[] LABELS = {0, 0, 0, 1, 1};

    @Test
    void saysOfEachImageWhatBecameOfIt() {
        var comparison = PairedComparison.of(answers(LABELS, 0, 1, 0, 0, 1), answers(LABELS, 0, 0, 1, 0, 1));

        assertThat(comparison.changes()).containsExactly(
                Change.BOTH_RIGHT,
                Change.FIXED,
                Change.BROKEN,
                Change.BOTH_WRONG,
                Change.BOTH_RIGHT);
        assertThat(comparison.all()).isEqualTo(new PairedCounts(2, 1, 1, 1));
        assertThat(comparison.byClass())
                .containsExactly(new PairedCounts(1, 1, 1, 0), new PairedCounts(1, 0, 0, 1));
        assertThat(comparison.imagesOf(Change.BOTH_RIGHT)).containsExactly(0, 4);
        assertThat(comparison.imagesOf(1, Change.BOTH_RIGHT)).containsExactly(4);
        assertThat(comparison.imagesOf(1, Change.FIXED)).isEmpty();
    }

    @Test
    void comparesOnlyWhatHasTheSameLabels() {
        var first = answers(LABELS, 0, 1, 0, 0, 1);

        assertThatThrownBy(() -> PairedComparison.of(first, answers(new byte[]{0, 0}, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairedComparison.of(first, answers(new byte[]{0, 0, 1, 1, 1}, 0, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 36/12/2/0 is in Newcombe's paper (method 10), 1/1/7/12 in Fagerland, Lydersen and Laake, Statistics in Medicine 33. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            36,   12, 2,  0,   0.0569,  0.3404
            1,    1,  7,  12,  -0.5069, -0.0256
            14,   5,  0,  22,  0.0115,  0.2265
            9700, 60, 90, 150, -0.0055, -0.0006
            """)
    void intervalIsNewcombes(long bothRight, long fixed, long broken, long bothWrong, double lower, double upper) {
        var interval = new PairedCounts(bothRight, fixed, broken, bothWrong).differenceInterval(0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            9700, 60, 90, 0.017597691928785773
            1,    1,  7,  0.070312500000000028
            50,   7,  3,  0.34375000000000011
            50,   0,  0,  1
            """)
    void testIsTheExactOneOnImagesWhereTheModelsDiffer(long bothRight, long fixed, long broken, double expected) {
        assertThat(new PairedCounts(bothRight, fixed, broken, 5).pValue()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void exchangingTheModelsTurnsTheSign() {
        var counts = new PairedCounts(80, 9, 4, 7);
        var exchanged = new PairedCounts(80, 4, 9, 7);

        assertThat(exchanged.difference()).isEqualTo(-counts.difference());
        assertThat(exchanged.pValue()).isEqualTo(counts.pValue());
        assertThat(exchanged.differenceInterval(0.95).lower())
                .isCloseTo(-counts.differenceInterval(0.95).upper(), within(1e-15));
    }

    @Test
    void modelsThatAreAlwaysRightStillHaveAnInterval() {
        var interval = new PairedCounts(100, 0, 0, 0).differenceInterval(0.95);

        assertThat(interval.lower()).isBetween(-0.06, 0.0);
        assertThat(interval.upper()).isBetween(0.0, 0.06);
    }

    private static Evaluation answers(byte[] labels, int... predictions) {
        var dataset = Dataset.of("made", 1, 1, List.of("a", "b"), new byte[labels.length], labels, "made");
        var probabilities = new float[labels.length][2];
        for (int i = 0; i < labels.length; i++) {
            probabilities[i][predictions[i]] = 1;
        }
        return Evaluation.of("model", dataset, probabilities);
    }
}
