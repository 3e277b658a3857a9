package inkbench.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.Shape;
import inkbench.model.network.layer.convolution.Convolutions;
import inkbench.model.network.tensor.Parameters;
import inkbench.testing.SyntheticDigits;

/** Gradients of pixels against central differences of {@link ReferenceNetwork} in double precision. */
class InputGradientTest {
    private static final double STEP = 1e-6;
    private static final int SHOWN_CLASS = 4;

    static Stream<Arguments> architecturesAndConvolutions() {
        return NetworkGradientTest.architecturesAndConvolutions();
    }

    @ParameterizedTest
    @MethodSource("architecturesAndConvolutions")
    void followsTheDefinition(Architecture architecture, Convolutions convolutions) {
        var parameters = parameters(architecture);
        var greys = greys(architecture.input());
        try (var shared = new Parameters(parameters.length);
                var network = Network.forExplaining(architecture, shared, convolutions)) {
            shared.write(parameters);
            var gradient = new float[greys.length];
            // Of another picture before: nothing of it may be left.
            network.explain(new Greys(new float[greys.length]), 1, gradient);
            network.explain(new Greys(greys), SHOWN_CLASS, gradient);

            var reference = new ReferenceNetwork(architecture);
            for (int i = 0; i < greys.length; i++) {
                double above = logit(reference, parameters, greys, i, STEP);
                double below = logit(reference, parameters, greys, i, -STEP);
                assertThat((double) gradient[i]).as("pixel %d", i)
                        .isCloseTo((above - below) / (2 * STEP), within(1e-5));
            }
        }
    }

    @Test
    void dropsNothing() {
        var plain = architecture(new Flatten(), new Dense(9, Activation.TANH), new Dense(10, Activation.IDENTITY));
        var dropping = architecture(
                new Flatten(),
                new Dropout(0.5),
                new Dense(9, Activation.TANH),
                new Dropout(0.5),
                new Dense(10, Activation.IDENTITY));

        assertThat(gradient(dropping)).isEqualTo(gradient(plain));
    }

    @Test
    void leavesTheWeightsAlone() {
        var architecture = Architectures.best();
        var weights = InitialWeights.glorotUniform(architecture, 3).values();
        try (var shared = new Parameters(weights.length);
                var network = Network.forExplaining(architecture, shared)) {
            shared.write(weights);
            var target = new float[784];
            network.explain(new Greys(greys(architecture.input())), 3, target);

            assertThat(target).usingElementComparator(Float::compare).doesNotContain(Float.NaN);
            assertThat(weights(shared)).isEqualTo(weights);
        }
    }

    @Test
    void featuresAreWhatTheLastLayerWithWeightsTakesIn() {
        assertThat(featureCount(Architectures.mlp())).isEqualTo(64);
        assertThat(featureCount(Architectures.cnn())).isEqualTo(128);
        assertThat(featureCount(Architectures.best())).isEqualTo(128);
        assertThat(featureCount(architecture(new Flatten(), new Dense(10, Activation.IDENTITY)))).isEqualTo(72);
        assertThat(
                featureCount(
                        architecture(
                                new Convolution(5, 3, Activation.RELU),
                                new Convolution(10, 1, Activation.IDENTITY),
                                new GlobalAveragePooling())))
                .isEqualTo(7 * 6 * 5);
    }

    @Test
    void logitsAreLinearInTheFeatures() {
        var architecture = Architectures.cnn();
        var weights = InitialWeights.glorotUniform(architecture, 5);
        var digits = SyntheticDigits.of(3, 28, 4);
        try (var predictor = new Predictor(architecture)) {
            var features = predictor.featuresNow(weights, digits.image(2));
            var read = predictor.predictNow(weights, digits.image(2)).probabilities();

            int offset = weights.values().length - 10 - 1280;
            double sum = 0;
            var powers = new double[10];
            for (int c = 0; c < 10; c++) {
                double logit = weights.values()[offset + 1280 + c];
                for (int f = 0; f < 128; f++) {
                    logit += features[f] * weights.values()[offset + f * 10 + c];
                }
                powers[c] = Math.exp(logit);
                sum += powers[c];
            }
            for (int c = 0; c < 10; c++) {
                assertThat((double) read[c]).isCloseTo(powers[c] / sum, within(1e-5));
            }
        }
    }

    private static int featureCount(Architecture architecture) {
        try (var shared = new Parameters(architecture.parameterCount());
                var network = Network.forPrediction(architecture, shared, 1)) {
            return network.featureCount();
        }
    }

    private static float[] gradient(Architecture architecture) {
        try (var shared = new Parameters(architecture.parameterCount());
                var network = Network.forExplaining(architecture, shared)) {
            shared.write(parameters(architecture));
            var target = new float[architecture.input().size()];
            network.explain(new Greys(greys(architecture.input())), 2, target);
            return target;
        }
    }

    private static float[] weights(Parameters shared) {
        var weights = new float[shared.count()];
        shared.read(0, weights, weights.length);
        return weights;
    }

    private static double logit(ReferenceNetwork reference, float[] parameters, float[] greys, int pixel, double step) {
        var sample = doubles(greys);
        sample[pixel] += step;
        return reference.predictedLogits(doubles(parameters), new double[][]{sample})[0][SHOWN_CLASS];
    }

    private static Architecture architecture(LayerSpec... layers) {
        return new Architecture("x", new Shape(9, 8, 1), List.of(layers));
    }

    /** What batch normalisation measured, variances among it, is positive. */
    private static float[] parameters(Architecture architecture) {
        var random = new SplittableRandom(11);
        var parameters = new float[architecture.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextDouble(0.1, 0.4);
        }
        for (var range : architecture.learnedRanges()) {
            for (int i = range.from(); i < range.to(); i++) {
                parameters[i] = (float) random.nextDouble(-0.4, 0.4);
            }
        }
        return parameters;
    }

    private static float[] greys(Shape shape) {
        var random = new SplittableRandom(6);
        var greys = new float[shape.size()];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = (float) random.nextDouble();
        }
        return greys;
    }

    private static double[] doubles(float[] values) {
        var doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private record Greys(float[] greys) implements PictureSource {
        @Override
        public void copy(int sample, int shard, float[] target) {
            System.arraycopy(greys, 0, target, 0, target.length);
        }

        @Override
        public int label(int sample) {
            return 0;
        }
    }
}
