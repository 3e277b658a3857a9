package inkbench.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

class UpdateRuleTest {
    // No multiple of any vector's length.
    private static final int COUNT = 1003;
    private static final int STEPS = 10;
    private static final double TOLERANCE = 1e-5;

    static Stream<Arguments> optimizersOfNd4j() {
        return Stream.of(
                Arguments.of(new Optimizer.Sgd(0.1), new Sgd(0.1)),
                Arguments.of(new Optimizer.Nesterov(0.1, 0.9), new Nesterovs(0.1, 0.9)),
                Arguments.of(new Optimizer.RmsProp(1e-3, 0.9, 1e-7), new RmsProp(1e-3, 0.9, 1e-7)),
                Arguments.of(new Optimizer.AdaDelta(1, 0.95, 1e-7), new AdaDelta(0.95, 1e-7)),
                Arguments.of(new Optimizer.Adam(1e-3), new Adam(1e-3, 0.9, 0.999, 1e-7)));
    }

    @ParameterizedTest
    @MethodSource("optimizersOfNd4j")
    void followsNd4j(Optimizer optimizer, IUpdater config) {
        var weights = new float[COUNT];
        var rule = UpdateRule.of(optimizer, COUNT);
        var expected = Nd4j.zeros(DataType.FLOAT, 1, COUNT);
        long stateSize = config.stateSize(COUNT);
        var state = stateSize == 0 ? null : Nd4j.zeros(DataType.FLOAT, 1, stateSize);
        var updater = config.instantiate(state, false);
        if (state != null) {
            updater.setStateViewArray(state, new long[]{1, COUNT}, 'c', true);
            // ND4J starts RMSProp's means at epsilon, Keras at 0.
            state.assign(0);
        }

        for (int step = 0; step < STEPS; step++) {
            var gradient = gradient(step);
            var change = Nd4j.createFromArray(gradient).reshape(1, COUNT);
            updater.applyUpdater(change, step, 0);
            expected.subi(change);
            rule.apply(weights, gradient, (float) optimizer.learningRate(), step + 1);
        }

        assertClose(weights, expected.toDoubleVector());
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Optimizer.Sgd(0.1),
                new Optimizer.Nesterov(0.1, 0.9),
                new Optimizer.Nesterov(0.1, 0.8, 0.05),
                new Optimizer.RmsProp(1e-3, 0.9, 1e-7),
                new Optimizer.AdaDelta(0.5, 0.95, 1e-6),
                new Optimizer.Adam(1e-3),
                new Optimizer.Adam(1e-2, 0.8, 0.99, 1e-6, 0.1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void followsItsFormulaWhileTheLearningRateChanges(Optimizer optimizer) {
        var weights = initialWeights();
        var expected = new double[COUNT];
        Arrays.setAll(expected, i -> weights[i]);
        var rule = UpdateRule.of(optimizer, COUNT);
        var reference = new Reference(optimizer);

        for (int step = 1; step <= STEPS; step++) {
            float rate = (float) (optimizer.learningRate() / step);
            rule.apply(weights, gradient(step), rate, step);
            reference.apply(expected, gradient(step), rate, step);
        }

        assertClose(weights, expected);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void givesTheSameBitsInPiecesOfAnyLength(Optimizer optimizer) {
        int cut = 389;
        var whole = initialWeights();
        var first = Arrays.copyOfRange(whole, 0, cut);
        var second = Arrays.copyOfRange(whole, cut, COUNT);
        var wholeRule = UpdateRule.of(optimizer, COUNT);
        var firstRule = UpdateRule.of(optimizer, cut);
        var secondRule = UpdateRule.of(optimizer, COUNT - cut);

        for (int step = 1; step <= STEPS; step++) {
            var gradient = gradient(step);
            float rate = (float) optimizer.learningRate();
            wholeRule.apply(whole, gradient, rate, step);
            firstRule.apply(first, Arrays.copyOfRange(gradient, 0, cut), rate, step);
            secondRule.apply(second, Arrays.copyOfRange(gradient, cut, COUNT), rate, step);
        }

        assertThat(first).isEqualTo(Arrays.copyOfRange(whole, 0, cut));
        assertThat(second).isEqualTo(Arrays.copyOfRange(whole, cut, COUNT));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void leavesAloneWhatFollowsThePiece(Optimizer optimizer) {
        var weights = initialWeights();
        UpdateRule.of(optimizer, 100).apply(weights, gradient(1), (float) optimizer.learningRate(), 1);

        assertThat(Arrays.copyOfRange(weights, 100, COUNT)).isEqualTo(Arrays.copyOfRange(initialWeights(), 100, COUNT));
        assertThat(Arrays.copyOf(weights, 100)).isNotEqualTo(Arrays.copyOf(initialWeights(), 100));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void movesNoWeightWithoutAGradientAndWithoutDecay(Optimizer optimizer) {
        var weights = new float[COUNT];
        UpdateRule.of(optimizer, COUNT).apply(weights, new float[COUNT], (float) optimizer.learningRate(), 1);

        assertThat(weights).containsOnly(0);
    }

    @Test
    void goesTheLearningRateFarInAdamsFirstStepHoweverSmallTheGradient() {
        var weights = new float[4];
        var gradient = new float[]{1e-3f, -1e-3f, 10, -1e4f};
        UpdateRule.of(new Optimizer.Adam(0.01, 0.9, 0.999, 1e-12, 0), 4).apply(weights, gradient, 0.01f, 1);

        assertClose(weights, new double[]{-0.01, 0.01, -0.01, 0.01});
    }

    private static float[] initialWeights() {
        return numbers(1000, 1);
    }

    /** Of very different sizes, some of them 0, as they are in a network. */
    private static float[] gradient(int step) {
        var values = numbers(step, 1);
        var random = new SplittableRandom(step);
        for (int i = 0; i < COUNT; i++) {
            values[i] *= random.nextInt(8) == 0 ? 0 : (float) Math.pow(10, -random.nextDouble(4));
        }
        return values;
    }

    private static float[] numbers(long seed, double scale) {
        var random = new SplittableRandom(seed);
        var values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * scale);
        }
        return values;
    }

    /** A sum of steps that cancel out is as exact as the steps are, so the typical size counts too. */
    private static void assertClose(float[] actual, double[] expected) {
        double typical = Math.sqrt(Arrays.stream(expected).map(x -> x * x).average().orElseThrow());
        assertThat(typical).isPositive();
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i])).as("weight %d: %s for %s", i, actual[i], expected[i])
                    .isLessThanOrEqualTo(TOLERANCE * Math.max(Math.abs(expected[i]), typical));
        }
    }

    /** The formulas in the documentation of {@link Optimizer}, in double precision. */
    private static final class Reference {
        private final Optimizer optimizer;
        private final double[] first = new double[COUNT];
        private final double[] second = new double[COUNT];

        Reference(Optimizer optimizer) {
            this.optimizer = optimizer;
        }

        void apply(double[] weights, float[] gradient, double rate, int iteration) {
            for (int i = 0; i < COUNT; i++) {
                weights[i] -= step(i, weights[i], gradient[i], rate, iteration);
            }
        }

        private double step(int i, double weight, double g, double rate, int iteration) {
            return switch (optimizer) {
                case Optimizer.Sgd _ -> rate * g;
                case Optimizer.Nesterov(double _, double momentum, double decay) -> {
                    first[i] = momentum * first[i] - rate * g;
                    yield rate * g - momentum * first[i] + rate * decay * weight;
                }
                case Optimizer.RmsProp(double _, double rho, double epsilon) -> {
                    first[i] = rho * first[i] + (1 - rho) * g * g;
                    yield rate * g / (Math.sqrt(first[i]) + epsilon);
                }
                case Optimizer.AdaDelta(double _, double rho, double epsilon) -> {
                    first[i] = rho * first[i] + (1 - rho) * g * g;
                    double step = g * Math.sqrt(second[i] + epsilon) / Math.sqrt(first[i] + epsilon);
                    second[i] = rho * second[i] + (1 - rho) * step * step;
                    yield rate * step;
                }
                case Optimizer.Adam(double _, double beta1, double beta2, double epsilon, double decay) -> {
                    first[i] = beta1 * first[i] + (1 - beta1) * g;
                    second[i] = beta2 * second[i] + (1 - beta2) * g * g;
                    double corrected = rate * Math.sqrt(1 - Math.pow(beta2, iteration))
                            / (1 - Math.pow(beta1, iteration));
                    yield corrected * first[i] / (Math.sqrt(second[i]) + epsilon) + rate * decay * weight;
                }
            };
        }
    }
}
