package inkbench.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Padding;
import inkbench.model.Shape;
import inkbench.model.network.layer.convolution.Convolutions;
import inkbench.model.network.tensor.OneDnn;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Team;
import inkbench.task.Workers;
import inkbench.model.network.layer.Objective;

/** Gradients against central differences of {@link ReferenceNetwork} in double precision. */
class NetworkGradientTest {
    private static final Shape INPUT = new Shape(9, 8, 1);
    private static final int SAMPLES = 5;

    static Stream<Named<Architecture>> architectures() {
        return Stream.of(
                named("dense", new Flatten(), logits()),
                named("dense with ReLU", new Flatten(), new Dense(7, Activation.RELU), logits()),
                named("convolution of the input", new Convolution(3, 3, Activation.IDENTITY), new Flatten(), logits()),
                named("convolution with ReLU", new Convolution(3, 3, Activation.RELU), new Flatten(), logits()),
                named("even kernel", new Convolution(3, 2, Activation.RELU), new Flatten(), logits()),
                named(
                        "convolution of a convolution",
                        new Convolution(3, 3, Activation.RELU),
                        new Convolution(4, 2, Activation.RELU),
                        new Flatten(),
                        logits()),
                named(
                        "pooling that drops a remainder",
                        new Convolution(3, 2, Activation.RELU),
                        new MaxPooling(3),
                        new Flatten(),
                        logits()),
                named("pooling of the input", new MaxPooling(2), new Flatten(), logits()),
                named("two poolings",
                        new Convolution(2, 2, Activation.IDENTITY),
                        new MaxPooling(2),
                        new MaxPooling(2),
                        new Flatten(),
                        logits()),
                named("padding", same(3, 3, 1), same(4, 2, 1), new Flatten(), logits()),
                named("wide padding", same(2, 5, 1), same(2, 5, 1), new Flatten(), logits()),
                named("stride", valid(3, 3, 2), valid(4, 2, 2), new Flatten(), logits()),
                named("padding with stride", same(3, 3, 2), same(4, 4, 3), new Flatten(), logits()),
                named("even padding with stride", same(3, 4, 2), same(4, 2, 2), new Flatten(), logits()),
                named("stride of the kernel", same(3, 1, 1), same(4, 4, 4), new Flatten(), logits()),
                named(
                        "average pooling that drops a remainder",
                        new Convolution(3, 2, Activation.RELU),
                        new AveragePooling(3),
                        new Flatten(),
                        logits()),
                named(
                        "global average pooling",
                        new Convolution(3, 2, Activation.RELU),
                        new GlobalAveragePooling(),
                        logits()),
                named(
                        "leaky ReLU",
                        new Convolution(3, 2, Activation.LEAKY_RELU),
                        new Flatten(),
                        new Dense(5, Activation.LEAKY_RELU),
                        logits()),
                named(
                        "ELU",
                        new Convolution(3, 2, Activation.ELU),
                        new Flatten(),
                        new Dense(5, Activation.ELU),
                        logits()),
                named(
                        "tanh before pooling",
                        new Convolution(3, 2, Activation.TANH),
                        new MaxPooling(2),
                        new Flatten(),
                        new Dense(5, Activation.TANH),
                        logits()),
                named(
                        "activations of activations",
                        new Activate(Activation.TANH),
                        new Flatten(),
                        new Dense(6, Activation.TANH),
                        new Activate(Activation.ELU),
                        new Activate(Activation.LEAKY_RELU),
                        logits()),
                named(
                        "two activations of a batch normalisation",
                        new Convolution(3, 2, Activation.IDENTITY),
                        new BatchNormalization(),
                        new Flatten(),
                        new Activate(Activation.TANH),
                        new Activate(Activation.ELU),
                        logits()),
                named("batch normalisation of the input", new BatchNormalization(), new Flatten(), logits()),
                named(
                        "batch normalisation",
                        new Convolution(3, 2, Activation.IDENTITY),
                        new BatchNormalization(),
                        new Activate(Activation.RELU),
                        new Convolution(3, 2, Activation.TANH),
                        new BatchNormalization(),
                        new Flatten(),
                        logits()),
                named(
                        "batch normalisation before poolings that drop a remainder",
                        new Convolution(3, 2, Activation.IDENTITY),
                        new BatchNormalization(),
                        new Activate(Activation.ELU),
                        new MaxPooling(3),
                        new Convolution(3, 2, Activation.IDENTITY),
                        new BatchNormalization(),
                        new Flatten(),
                        logits()),
                named(
                        "batch normalisation before average pooling",
                        new Convolution(3, 2, Activation.IDENTITY),
                        new BatchNormalization(),
                        new AveragePooling(3),
                        new Flatten(),
                        logits()),
                named(
                        "batch normalisation of vectors",
                        new Flatten(),
                        new Dense(7, Activation.TANH),
                        new BatchNormalization(),
                        new Activate(Activation.RELU),
                        logits()),
                named(
                        "all of them",
                        new Convolution(3, 3, Activation.RELU),
                        new Convolution(4, 3, Activation.RELU),
                        new MaxPooling(2),
                        new Flatten(),
                        new Dense(6, Activation.RELU),
                        logits()));
    }

    static Stream<Arguments> architecturesAndConvolutions() {
        return Stream.of(Convolutions.values())
                .filter(convolutions -> convolutions == Convolutions.ND4J || OneDnn.isThere())
                .flatMap(convolutions -> architectures().map(named -> Arguments.of(named, convolutions)));
    }

    @ParameterizedTest
    @MethodSource("architecturesAndConvolutions")
    void followsTheDefinition(Architecture architecture, Convolutions convolutions) {
        var parameters = parameters(architecture);
        var data = data();
        try (var team = Team.ofCaller();
                var shared = new Parameters(parameters.length);
                var network = Network.forTraining(architecture, shared, SAMPLES + 2, 2, Objective.PLAIN, convolutions,
                        team)) {
            shared.write(parameters);
            var loss = network.learn(pictures(data, 0), SAMPLES, 1);
            var gradient = gradient(network);

            var reference = new ReferenceNetwork(architecture);
            assertThat(loss.mean())
                    .isCloseTo(reference.loss(doubles(parameters), samples(data), labels(data)), within(1e-5));
            var expected = reference.gradient(doubles(parameters), samples(data), labels(data));
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(expected[i], within(2e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void hasTheSameGradientInAnyNumberOfShards(Architecture architecture) {
        var parameters = parameters(architecture);
        var whole = gradientIn(1, 1, architecture, parameters);
        for (int shards : new int[]{2, 3, SAMPLES, 2 * SAMPLES}) {
            var divided = gradientIn(shards, 1, architecture, parameters);
            for (int i = 0; i < whole.length; i++) {
                assertThat(divided[i]).as("parameter %d, %d shards", i, shards).isCloseTo(whole[i],
                        within(1e-6f * Math.max(1, Math.abs(whole[i]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void hasTheSameBitsOnAnyNumberOfThreads(Architecture architecture) {
        var parameters = parameters(architecture);
        var alone = gradientIn(4, 1, architecture, parameters);
        for (int threads : new int[]{2, 3}) {
            assertThat(gradientIn(4, threads, architecture, parameters)).isEqualTo(alone);
        }
    }

    private static float[] gradientIn(int shards, int threads, Architecture architecture, float[] parameters) {
        try (var team = new Team(threads, Workers.daemons("team"));
                var shared = new Parameters(parameters.length);
                var network = Network.forTraining(architecture, shared, SAMPLES, shards, Objective.PLAIN, team)) {
            shared.write(parameters);
            // The second time shards have other samples, and some none: nothing of the first may be left.
            network.learn(pictures(data(), 0), SAMPLES, 1);
            network.learn(pictures(data(), 2), SAMPLES - 2, 1);
            return gradient(network);
        }
    }

    @Test
    void smoothsLabels() {
        var architecture = named("smoothed", new Flatten(), logits()).getPayload();
        var parameters = parameters(architecture);
        var data = data();
        double smoothing = 0.1;
        try (var team = Team.ofCaller();
                var shared = new Parameters(parameters.length);
                var network = Network.forTraining(architecture, shared, SAMPLES, 1, Objective.smoothed(smoothing),
                        team)) {
            shared.write(parameters);
            var loss = network.learn(pictures(data, 0), SAMPLES, 1);

            var reference = new ReferenceNetwork(architecture, smoothing);
            assertThat(loss.mean())
                    .isCloseTo(reference.loss(doubles(parameters), samples(data), labels(data)), within(1e-5));
            var expected = reference.gradient(doubles(parameters), samples(data), labels(data));
            var gradient = gradient(network);
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(expected[i], within(2e-6));
            }
        }
    }

    static Stream<Named<Architecture>> architecturesWithDropout() {
        return Stream.of(
                named(
                        "ReLU",
                        new Convolution(2, 3, Activation.RELU),
                        new Dropout(0.4),
                        new Flatten(),
                        new Dense(5, Activation.RELU),
                        new Dropout(0.3),
                        logits()),
                named(
                        "activations that need their values",
                        new Convolution(2, 3, Activation.TANH),
                        new Dropout(0.4),
                        new Flatten(),
                        new Dense(5, Activation.ELU),
                        new Dropout(0.3),
                        logits()),
                named(
                        "batch normalisation",
                        new Convolution(2, 3, Activation.IDENTITY),
                        new BatchNormalization(),
                        new Activate(Activation.TANH),
                        new Dropout(0.4),
                        new Convolution(2, 3, Activation.IDENTITY),
                        new BatchNormalization(),
                        new Activate(Activation.LEAKY_RELU),
                        new Dropout(0.3),
                        new Flatten(),
                        logits()));
    }

    @ParameterizedTest
    @MethodSource("architecturesWithDropout")
    void passesGradientsThroughWhatDropoutKept(Architecture architecture) {
        var parameters = parameters(architecture);
        var data = data();
        try (var team = Team.ofCaller();
                var shared = new Parameters(parameters.length);
                var network = Network.forTraining(architecture, shared, SAMPLES, 2, Objective.PLAIN, team)) {
            shared.write(parameters);
            network.learn(pictures(data, 0), SAMPLES, 1);
            var gradient = gradient(network);
            float step = 2e-3f;
            double here = network.learn(pictures(data, 0), SAMPLES, 1).mean();
            int compared = 0;
            for (int i = 0; i < parameters.length; i++) {
                float kept = parameters[i];
                double above = loss(network, shared, parameters, i, kept + step);
                double below = loss(network, shared, parameters, i, kept - step);
                loss(network, shared, parameters, i, kept);
                boolean kink = Math.abs(above - here - (here - below)) / step > 2e-3;
                if (!kink) {
                    compared++;
                    assertThat((double) gradient[i]).as("parameter %d", i)
                            .isCloseTo((above - below) / (2 * step), within(2e-3));
                }
            }
            assertThat(compared).isGreaterThan(parameters.length * 9 / 10);
        }
    }

    private static double loss(Network network, Parameters shared, float[] parameters, int index, float value) {
        parameters[index] = value;
        shared.write(parameters);
        return network.learn(pictures(data(), 0), SAMPLES, 1).mean();
    }

    private static float[] gradient(Network network) {
        var gradient = new float[network.gradient().count()];
        network.gradient().read(0, gradient, gradient.length);
        return gradient;
    }

    private static PictureSource pictures(Dataset data, int from) {
        var pictures = new DatasetPictures(2 * SAMPLES, INPUT.size());
        pictures.select(data, places(), from);
        return pictures;
    }

    private static Named<Architecture> named(String name, LayerSpec... layers) {
        return Named.of(name, new Architecture("x", INPUT, List.of(layers)));
    }

    private static LayerSpec valid(int filters, int kernel, int stride) {
        return new Convolution(filters, kernel, stride, Padding.VALID, Activation.RELU);
    }

    private static LayerSpec same(int filters, int kernel, int stride) {
        return new Convolution(filters, kernel, stride, Padding.SAME, Activation.RELU);
    }

    private static LayerSpec logits() {
        return new Dense(10, Activation.IDENTITY);
    }

    /** Large enough for clear gradients, biases included; no ReLU is close enough to its kink to matter. */
    private static float[] parameters(Architecture architecture) {
        var random = new SplittableRandom(11);
        var parameters = new float[architecture.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextDouble(-0.4, 0.4);
        }
        return parameters;
    }

    private static Dataset data() {
        var random = new SplittableRandom(5);
        var pixels = new byte[SAMPLES * INPUT.size()];
        random.nextBytes(pixels);
        return Dataset.of("noise", 8, 9, Dataset.DIGITS, pixels, new byte[]{3, 0, 9, 3, 7}, "seed 5");
    }

    private static int[] places() {
        return new int[]{0, 1, 2, 3, 4};
    }

    private static double[][] samples(Dataset data) {
        var samples = new double[data.size()][INPUT.size()];
        for (int i = 0; i < samples.length; i++) {
            var image = data.image(i);
            for (int j = 0; j < image.length; j++) {
                samples[i][j] = Byte.toUnsignedInt(image[j]) / 255.0;
            }
        }
        return samples;
    }

    private static int[] labels(Dataset data) {
        var labels = new int[data.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data.label(i);
        }
        return labels;
    }

    private static double[] doubles(float[] values) {
        var doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
