package inkbench.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Padding;
import inkbench.model.Shape;
import inkbench.model.network.layer.convolution.Convolutions;
import inkbench.model.network.tensor.OneDnn;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Team;
import inkbench.task.Workers;
import inkbench.model.network.layer.Objective;

/** Convolutions by Winograd's algorithm against those of ND4J's library, which computes them as they are defined. */
class WinogradTest {
    private static final int SIDE = 14;
    private static final int SAMPLES = 40;
    private static final Dataset DATA = noise();

    @BeforeEach
    void needsTheProcessorForIt() {
        assumeThat(OneDnn.hasWinograd()).isTrue();
    }

    /** Dropout drops nothing: which values it drops depends on where they lie. */
    static Stream<Named<Architecture>> architectures() {
        return Stream.of(
                named("two convolutions", valid(32), valid(64), new MaxPooling(2)),
                named("padding", same(32), same(64), new MaxPooling(2)),
                named("pooling that drops a remainder", valid(32), valid(64), new MaxPooling(3)),
                named("dropout between", valid(48), new Dropout(0), valid(64), new Dropout(0), new MaxPooling(2)),
                named(
                        "values that are needed on the way back",
                        new Convolution(32, 3, Activation.TANH),
                        new Dropout(0),
                        new Convolution(64, 3, Activation.ELU),
                        new MaxPooling(2)),
                named("three convolutions", valid(32), same(64), valid(80), new MaxPooling(2)));
    }

    private static Convolution valid(int filters) {
        return new Convolution(filters, 3, Activation.RELU);
    }

    private static Convolution same(int filters) {
        return new Convolution(filters, 3, 1, Padding.SAME, Activation.RELU);
    }

    private static Named<Architecture> named(String name, LayerSpec... first) {
        var layers = Stream.concat(
                Stream.of(first),
                Stream.of(new Flatten(), new Dense(10, Activation.IDENTITY))).toList();
        return Named.of(name, new Architecture("x", new Shape(SIDE, SIDE, 1), layers));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void hasTheGradientsOfTheDefinition(Architecture architecture) {
        var expected = gradient(architecture, Convolutions.ND4J, 1);
        var actual = gradient(architecture, Convolutions.ONE_DNN, 1);
        int from = 0;
        for (var row : architecture.summary()) {
            int to = from + row.parameters();
            if (to > from) {
                assertClose(row.layer(), Arrays.copyOfRange(actual, from, to), Arrays.copyOfRange(expected, from, to));
            }
            from = to;
        }
    }

    private static void assertClose(LayerSpec layer, float[] actual, float[] expected) {
        double largest = IntStream.range(0, expected.length).mapToDouble(i -> Math.abs(expected[i])).max()
                .orElseThrow();
        double error = IntStream.range(0, expected.length).mapToDouble(i -> Math.abs(actual[i] - expected[i])).max()
                .orElseThrow();
        assertThat(error / largest).as("largest error in the gradient of %s", layer).isLessThan(1e-4);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void hasTheSameBitsOnAnyNumberOfThreads(Architecture architecture) {
        var alone = gradient(architecture, Convolutions.ONE_DNN, 1);
        for (int threads : new int[]{2, 3}) {
            assertThat(Arrays.equals(gradient(architecture, Convolutions.ONE_DNN, threads), alone)).isTrue();
        }
    }

    private static float[] gradient(Architecture architecture, Convolutions convolutions, int threads) {
        var weights = InitialWeights.glorotUniform(architecture, 1).values();
        var places = IntStream.range(0, SAMPLES).toArray();
        try (var team = new Team(threads, Workers.daemons("team"));
                var shared = new Parameters(weights.length);
                var network = Network.forTraining(architecture, shared, SAMPLES, 2, Objective.PLAIN, convolutions,
                        team)) {
            shared.write(weights);
            var pictures = new DatasetPictures(2, SIDE * SIDE);
            pictures.select(DATA, places, 0);
            network.learn(pictures, SAMPLES, 1);
            var gradient = new float[weights.length];
            network.gradient().read(0, gradient, gradient.length);
            return gradient;
        }
    }

    private static Dataset noise() {
        var random = new SplittableRandom(1);
        var pixels = new byte[SAMPLES * SIDE * SIDE];
        random.nextBytes(pixels);
        var labels = new byte[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = (byte) random.nextInt(10);
        }
        return Dataset.of("noise", SIDE, SIDE, Dataset.DIGITS, pixels, labels, "made up");
    }
}
