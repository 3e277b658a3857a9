package inkbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;

class EvaluationTest {
    private static final Dataset FOUR = Dataset
            .of("four", 1, 1, List.of("a", "b", "c"), new byte[4], new byte[]{0, 1, 1, 2}, "made");
    private static final float[][] ANSWERS = {
            {0.7f, 0.2f, 0.1f}, {0.6f, 0.3f, 0.1f}, {0.9f, 0.05f, 0.05f}, {0, 0, 1}};

    @Test
    void countsTruthInRowsAndPredictionInColumns() {
        var confusion = Evaluation.of("model", FOUR, ANSWERS).confusion();

        assertThat(confusion.counts()).isDeepEqualTo(new long[][]{{1, 0, 0}, {2, 0, 0}, {0, 0, 1}});
        assertThat(confusion.count(1, 0)).isEqualTo(2);
        assertThat(confusion.truthTotal(1)).isEqualTo(2);
        assertThat(confusion.predictionTotal(0)).isEqualTo(3);
        assertThat(confusion.correct()).isEqualTo(2);
        assertThat(confusion.total()).isEqualTo(4);
    }

    @Test
    void accuracyIsTheShareReadRightAndLossTheMeanCrossEntropy() {
        var evaluation = Evaluation.of("model", FOUR, ANSWERS);

        assertThat(evaluation.accuracy()).isEqualTo(0.5);
        double loss = -(Math.log(0.7) + Math.log(0.3) + Math.log(0.05) + Math.log(1)) / 4;
        assertThat(evaluation.loss()).isCloseTo(loss, within(1e-7));
    }

    @Test
    void certainErrorCostsMuchButNotInfinitelyMuch() {
        var answers = new float[][]{{0, 1, 0}, {0, 1, 0}, {0, 1, 0}, {0, 1, 0}};

        assertThat(Evaluation.of("model", FOUR, answers).loss()).isCloseTo(-Math.log(1e-7) / 2, within(1e-6));
    }

    @Test
    void imagesOfACellComeMostCertainFirst() {
        var evaluation = Evaluation.of("model", FOUR, ANSWERS);

        assertThat(evaluation.imagesOf(1, 0)).containsExactly(2, 1);
        assertThat(evaluation.imagesOf(0, 2)).isEmpty();
    }

    @Test
    void wantsAnAnswerForEveryImage() {
        assertThatThrownBy(() -> Evaluation.of("model", FOUR, new float[3][3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accuracyOfNothingIsNotANumber() {
        assertThat(new ConfusionMatrix(List.of("a", "b"), new long[2][2]).accuracy()).isNaN();
    }
}
