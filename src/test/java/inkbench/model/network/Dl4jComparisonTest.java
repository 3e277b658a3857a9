package inkbench.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Padding;
import inkbench.model.Shape;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Team;
import inkbench.model.network.layer.Objective;

/** The same weights and images in DL4J's own layers. */
class Dl4jComparisonTest {
    private static final int SAMPLES = 6;
    private static final int SIDE = 12;
    private static final int CLASSES = 10;
    private static final Dataset DATA = noise();

    /** Each layer between two others: the gradients of the one before show what it passes back. */
    static Stream<Named<Architecture>> architectures() {
        return Stream.of(
                between("dense with ReLU", new Flatten(), new Dense(20, Activation.RELU)),
                between("convolution", new Convolution(5, 3, Activation.RELU)),
                between("convolution with padding", convolution(3, 1, Padding.SAME)),
                between("convolution with an even kernel and padding", convolution(4, 1, Padding.SAME)),
                between("convolution with stride", convolution(3, 2, Padding.VALID)),
                between("convolution with padding and stride", convolution(5, 3, Padding.SAME)),
                between("batch normalisation", new BatchNormalization()),
                between("batch normalisation of vectors",
                        new Flatten(),
                        new Dense(20, Activation.IDENTITY),
                        new BatchNormalization()),
                between("max-pooling", new MaxPooling(2)),
                between("max-pooling that drops a remainder", new MaxPooling(3)),
                between("average pooling", new AveragePooling(2)),
                between("average pooling that drops a remainder", new AveragePooling(3)),
                between("global average pooling", new GlobalAveragePooling()),
                between("ReLU", new Activate(Activation.RELU)),
                between("leaky ReLU", new Activate(Activation.LEAKY_RELU)),
                between("ELU", new Activate(Activation.ELU)),
                between("tanh", new Activate(Activation.TANH)),
                between(
                        "whole network",
                        new Convolution(12, 3, Activation.RELU),
                        new BatchNormalization(),
                        new Activate(Activation.LEAKY_RELU),
                        new MaxPooling(2),
                        new Flatten(),
                        new Dense(20, Activation.ELU)));
    }

    private static LayerSpec convolution(int kernel, int stride, Padding padding) {
        return new Convolution(5, kernel, stride, padding, Activation.TANH);
    }

    private static Named<Architecture> between(String name, LayerSpec... middle) {
        var layers = new ArrayList<LayerSpec>();
        layers.add(new Convolution(8, 2, Activation.IDENTITY));
        layers.addAll(List.of(middle));
        layers.add(new Flatten());
        layers.add(new Dense(CLASSES, Activation.IDENTITY));
        return Named.of(name, new Architecture("x", new Shape(SIDE, SIDE, 1), layers));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void hasTheSameOutputsLossAndGradients(Architecture architecture) {
        var weights = weights(architecture);
        var data = dataSet();
        try (var team = Team.ofCaller();
                var shared = new Parameters(weights.length);
                var network = Network.forTraining(architecture, shared, SAMPLES, 2, Objective.PLAIN, team)) {
            shared.write(weights);
            network.measure(pictures(), SAMPLES);
            assertClose(probabilities(network), new Dl4jNetwork(architecture, weights).probabilities(data, false));

            double loss = network.learn(pictures(), SAMPLES, 1).mean();
            var reference = new Dl4jNetwork(architecture, weights);
            assertClose(probabilities(network), reference.probabilities(data, true));
            assertClose(new float[]{(float) loss}, new float[]{(float) reference.learn(data)}, "loss");
            assertGradients(architecture, network, reference.gradients(SAMPLES));
        }
    }

    private static void assertGradients(Architecture architecture, Network network, float[] expected) {
        var actual = new float[expected.length];
        network.gradient().read(0, actual, actual.length);
        int from = 0;
        for (var row : architecture.summary()) {
            int to = from + row.parameters();
            if (to > from) {
                assertClose(
                        Arrays.copyOfRange(actual, from, to),
                        Arrays.copyOfRange(expected, from, to),
                        "gradients of " + row.layer());
            }
            from = to;
        }
    }

    private static void assertClose(float[][] actual, float[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertClose(actual[i], expected[i], "sample " + i);
        }
    }

    /** To 1e-4 of the largest value. */
    private static void assertClose(float[] actual, float[] expected, String description) {
        float largest = 0;
        float difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        assertThat(largest).as(description).isPositive();
        assertThat(difference / largest).as(description).isLessThan(1e-4f);
    }

    private static float[][] probabilities(Network network) {
        var probabilities = new float[SAMPLES][CLASSES];
        for (int i = 0; i < SAMPLES; i++) {
            network.probabilities(i, probabilities[i]);
        }
        return probabilities;
    }

    /** Initial weights, with something in all that starts as 0 or 1. */
    private static float[] weights(Architecture architecture) {
        var weights = InitialWeights.glorotUniform(architecture, 3).values();
        var random = new SplittableRandom(4);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 0 || weights[i] == 1) {
                weights[i] += (float) random.nextDouble(0.3);
            }
        }
        return weights;
    }

    private static Dataset noise() {
        var pixels = new byte[SAMPLES * SIDE * SIDE];
        new SplittableRandom(9).nextBytes(pixels);
        return Dataset.of("noise", SIDE, SIDE, Dataset.DIGITS, pixels, new byte[]{1, 8, 0, 9, 4, 4}, "seed 9");
    }

    private static PictureSource pictures() {
        var pictures = new DatasetPictures(2, SIDE * SIDE);
        pictures.select(DATA, IntStream.range(0, SAMPLES).toArray(), 0);
        return pictures;
    }

    private static DataSet dataSet() {
        var features = Nd4j.zeros(SAMPLES, SIDE, SIDE, 1);
        var labels = Nd4j.zeros(SAMPLES, CLASSES);
        for (int i = 0; i < SAMPLES; i++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    features.putScalar(new int[]{i, y, x, 0}, DATA.pixel(i, x, y) / 255f);
                }
            }
            labels.putScalar(i, DATA.label(i), 1);
        }
        return new DataSet(features, labels);
    }
}
