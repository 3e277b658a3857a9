package inkbench.evaluation.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;

class TemperatureScalingTest {
    private static final int IMAGES = 20_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.8, 1, 1.7, 5})
    void findsTheTemperatureThatProbabilitiesWereSpoiledWith(double temperature) {
        // A model that is too sure has had its logits multiplied: dividing them again is what calibrates it.
        assertThat(TemperatureScaling.fit(honest(temperature))).isCloseTo(temperature, within(0.04 * temperature));
    }

    @Test
    void endsAtTheSurestWhereEverythingIsRight() {
        var images = Dataset.of("two", 1, 1, List.of("a", "b"), new byte[2], new byte[]{0, 1}, "a test");
        var evaluation = Evaluation.of("model", images, new float[][]{{0.8f, 0.2f}, {0.3f, 0.7f}});

        assertThat(TemperatureScaling.fit(evaluation)).isCloseTo(0.05, within(0.001));
    }

    @Test
    void takesProbabilitiesOfZero() {
        var images = Dataset.of("two", 1, 1, List.of("a", "b"), new byte[2], new byte[]{0, 1}, "a test");
        var evaluation = Evaluation.of("model", images, new float[][]{{1, 0}, {1, 0}});

        assertThat(TemperatureScaling.fit(evaluation)).isBetween(1.0, 20.0);
    }

    /** Images whose labels come up as often as the probabilities say, which are then spoiled. */
    private static Evaluation honest(double temperature) {
        var random = new Random(3);
        var labels = new byte[IMAGES];
        var rows = new float[IMAGES][3];
        for (int i = 0; i < IMAGES; i++) {
            var logits = new double[]{random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            var honest = softmax(logits, 1);
            double left = random.nextDouble();
            while (labels[i] < 2 && left >= honest[labels[i]]) {
                left -= honest[labels[i]];
                labels[i]++;
            }
            var spoiled = softmax(logits, temperature);
            for (int c = 0; c < 3; c++) {
                rows[i][c] = (float) spoiled[c];
            }
        }
        var images = Dataset.of("many", 1, 1, List.of("a", "b", "c"), new byte[IMAGES], labels, "a test");
        return Evaluation.of("model", images, rows);
    }

    private static double[] softmax(double[] logits, double factor) {
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit * factor);
        }
        var probabilities = new double[logits.length];
        for (int c = 0; c < logits.length; c++) {
            probabilities[c] = Math.exp(logits[c] * factor) / sum;
        }
        return probabilities;
    }
}
