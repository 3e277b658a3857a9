package inkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.network.Predictor;

class ModelTest {
    private static final ModelOrigin ORIGIN = new ModelOrigin("digits", "0".repeat(64), "Adam", 1, 128, 1, 0.2, 0.9, 1,
            "a test", Reproducibility.UNKNOWN);

    @Test
    void aTemperatureIsAPowerOfTheProbabilities() throws Exception {
        var model = model(Activation.IDENTITY);
        var calibrated = model.withTemperature(0.5);
        var pixels = new byte[]{10, (byte) 200, 90, (byte) 255};
        try (var predictor = new Predictor(model.architecture())) {
            var plain = predictor.predict(model.weights(), pixels).get().probabilities();
            var surer = predictor.predict(calibrated.weights(), pixels).get().probabilities();
            double sum = 0;
            for (float probability : plain) {
                sum += Math.pow(probability, 2);
            }
            for (int c = 0; c < plain.length; c++) {
                assertThat((double) surer[c]).isCloseTo(Math.pow(plain[c], 2) / sum, within(1e-5));
            }
        }
        assertThat(calibrated.origin().optimizer()).isEqualTo("Adam, calibrated with temperature 0.5000");
    }

    @Test
    void onlyLogitsHaveATemperature() {
        assertThatThrownBy(() -> model(Activation.TANH).withTemperature(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without activation");
    }

    private static Model model(Activation last) {
        var architecture = new Architecture(
                "small", new Shape(2, 2, 1), List.of(new Flatten(), new Dense(5, Activation.RELU), new Dense(3, last)));
        return new Model("small", architecture, InitialWeights.glorotUniform(architecture, 4), ORIGIN);
    }
}
