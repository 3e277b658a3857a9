package inkbench.app.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import inkbench.model.Prediction;
import org.junit.jupiter.api.Test;

class CertaintyTest {
    @Test
    void takesTheShareOfEntropyForNovelty() {
        var halves = Certainty.of(prediction(0.5f, 0.5f));

        assertThat(Certainty.of(prediction(1))).isEqualTo(new Certainty(1, 0));
        assertThat(halves.confidence()).isEqualTo(0.5);
        // Two equal probabilities of ten have ln 2 of ln 10.
        assertThat(halves.novelty()).isCloseTo(0.30103, within(1e-5));
        assertThat(Certainty.of(new Prediction(uniform())).novelty()).isCloseTo(1, within(1e-6)).isLessThanOrEqualTo(1);
    }

    @Test
    void tellsDoubtsBetweenDigitsFromWhatIsNone() {
        assertThat(Certainty.of(prediction(0.9f, 0.1f)).verdict()).isEqualTo(Verdict.READ);
        assertThat(Certainty.of(prediction(0.5f, 0.5f)).verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(Certainty.of(new Prediction(uniform())).verdict()).isEqualTo(Verdict.NOT_A_DIGIT);
    }

    @Test
    void isAsStrictAsWasAskedFor() {
        var sure = Certainty.of(prediction(0.9f, 0.1f));
        var none = Certainty.of(new Prediction(uniform()));

        assertThat(sure.verdict(0.95)).isEqualTo(Verdict.UNSURE);
        assertThat(none.verdict(0.05)).isEqualTo(Verdict.NOT_A_DIGIT);
        assertThat(none.verdict(0)).isEqualTo(Verdict.READ);
    }

    private static float[] uniform() {
        var uniform = new float[10];
        Arrays.fill(uniform, 0.1f);
        return uniform;
    }

    private static Prediction prediction(float... first) {
        return new Prediction(Arrays.copyOf(first, 10));
    }
}
