package inkbench.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;

class ExplanationMapsTest {
    private static final int WIDTH = 9;
    private static final int HEIGHT = 8;
    private static final int PIXEL = 4 * WIDTH + 3;
    private static final Architecture LINEAR = new Architecture("linear", new Shape(HEIGHT, WIDTH, 1),
            List.of(new Flatten(), new Dense(2, Activation.IDENTITY)));

    /** The only pixel with ink speaks for class 1 with a logit of 2: its probability is 1 / (1 + exp(−2)), without it 1/2. */
    @Test
    void occlusionFallsWhereTheSquareCoversWhatSpeaksForTheClass() {
        try (var predictor = new Predictor(LINEAR)) {
            var map = OcclusionMap.of(predictor, LINEAR, linear(), ink(), 1, Progress.NONE);

            float fall = (float) (1 / (1 + Math.exp(-2)) - 0.5);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    boolean covers = Math.abs(x - 3) <= 2 && Math.abs(y - 4) <= 2;
                    assertThat(map.falls()[y * WIDTH + x]).as("%d, %d", x, y)
                            .isCloseTo(covers ? fall : 0, within(1e-6f));
                }
            }
            var other = OcclusionMap.of(predictor, LINEAR, linear(), ink(), 0, Progress.NONE);
            assertThat(other.falls()[PIXEL]).isCloseTo(-fall, within(1e-6f));
        }
    }

    @Test
    void nothingFallsInABlankPicture() {
        try (var predictor = new Predictor(LINEAR)) {
            var map = OcclusionMap
                    .of(predictor, LINEAR, linear(), new byte[WIDTH * HEIGHT], 1, Progress.NONE);

            assertThat(map.falls()).containsOnly(0);
        }
    }

    @Test
    void coversEveryPixelOfAFullPicture() {
        var architecture = Architectures.mlp();
        var weights = InitialWeights.glorotUniform(architecture, 2);
        var full = new byte[784];
        Arrays.fill(full, (byte) 200);
        try (var predictor = new Predictor(architecture)) {
            var map = OcclusionMap.of(predictor, architecture, weights, full, 3, Progress.NONE);

            var covered = full.clone();
            for (int y = 25; y < 28; y++) {
                Arrays.fill(covered, y * 28 + 8, y * 28 + 13, (byte) 0);
            }
            float whole = predictor.predictNow(weights, full).probabilities()[3];
            float without = predictor.predictNow(weights, covered).probabilities()[3];
            assertThat(map.falls()[27 * 28 + 10]).isCloseTo(whole - without, within(1e-5f));
            assertThat(map.width()).isEqualTo(28);
            assertThat(full).containsOnly((byte) 200);
        }
    }

    @Test
    void saliencyOfALinearNetworkIsItsWeights() {
        try (var predictor = new Predictor(LINEAR)) {
            var saliency = Saliency.of(predictor, LINEAR, linear(), ink(), 1);

            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                assertThat(saliency.gradient()[i]).isEqualTo(i == PIXEL ? 2 : 0);
            }
        }
    }

    private static Weights linear() {
        var values = new float[LINEAR.parameterCount()];
        values[PIXEL * 2 + 1] = 2;
        return new Weights(1, values);
    }

    private static byte[] ink() {
        var pixels = new byte[WIDTH * HEIGHT];
        pixels[PIXEL] = (byte) 255;
        return pixels;
    }
}
