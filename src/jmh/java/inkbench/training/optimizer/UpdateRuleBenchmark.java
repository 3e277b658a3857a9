package inkbench.training.optimizer;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import inkbench.model.network.Diagnostics;

/** Nanoseconds to update one of 1.2 million weights, on one thread: by our rules, and by ND4J's updaters. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UpdateRuleBenchmark {
    private static final int PIECES = 74;
    private static final int PIECE = 16_384;
    private static final int COUNT = PIECES * PIECE;

    /** Pieces that are each in the cache when their turn is over, one gradient for all. */
    @State(Scope.Thread)
    public static class Ours {
        @Param({"SGD", "NESTEROV", "RMSPROP", "ADADELTA", "ADAM"})
        private String optimizer;
        private UpdateRule[] rules;
        private float[][] weights;
        private float[] gradient;
        private float learningRate;
        private long iteration;

        /** Makes weights and a gradient that stays. */
        @Setup
        public void prepare() {
            var chosen = switch (optimizer) {
                case "SGD" -> new Optimizer.Sgd(0.01);
                case "NESTEROV" -> new Optimizer.Nesterov(0.01, 0.9);
                case "RMSPROP" -> new Optimizer.RmsProp(1e-3, 0.9, 1e-7);
                case "ADADELTA" -> new Optimizer.AdaDelta(1, 0.95, 1e-7);
                case "ADAM" -> new Optimizer.Adam(1e-3);
                default -> throw new IllegalArgumentException(optimizer);
            };
            learningRate = (float) chosen.learningRate();
            gradient = randomNumbers(PIECE);
            rules = new UpdateRule[PIECES];
            weights = new float[PIECES][];
            for (int piece = 0; piece < PIECES; piece++) {
                rules[piece] = UpdateRule.of(chosen, PIECE);
                weights[piece] = randomNumbers(PIECE);
            }
        }
    }

    /** All weights in one array, since every call costs ND4J a few microseconds. */
    @State(Scope.Thread)
    public static class Nd4js {
        @Param({"SGD", "NESTEROV", "RMSPROP", "ADADELTA", "ADAM"})
        private String optimizer;
        private GradientUpdater<?> updater;
        private INDArray weights;
        private INDArray fresh;
        private INDArray gradient;
        private int iteration;

        /** Makes weights and a gradient, on one native thread as in the app. */
        @Setup
        public void prepare() {
            Diagnostics.read();
            IUpdater config = switch (optimizer) {
                case "SGD" -> new Sgd(0.01);
                case "NESTEROV" -> new Nesterovs(0.01, 0.9);
                case "RMSPROP" -> new RmsProp(1e-3, 0.9, 1e-7);
                case "ADADELTA" -> new AdaDelta(0.95, 1e-7);
                case "ADAM" -> new Adam(1e-3, 0.9, 0.999, 1e-7);
                default -> throw new IllegalArgumentException(optimizer);
            };
            weights = Nd4j.createFromArray(randomNumbers(COUNT)).reshape(1, COUNT);
            fresh = Nd4j.createFromArray(randomNumbers(COUNT)).reshape(1, COUNT);
            gradient = fresh.dup();
            long stateSize = config.stateSize(COUNT);
            var state = stateSize == 0 ? null : Nd4j.zeros(DataType.FLOAT, 1, stateSize);
            updater = config.instantiate(state, false);
            if (state != null) {
                updater.setStateViewArray(state, new long[]{1, COUNT}, 'c', true);
            }
        }

        /** The updater leaves its step in the gradient. */
        @Setup(Level.Invocation)
        public void restoreGradient() {
            gradient.assign(fresh);
        }
    }

    private static float[] randomNumbers(int count) {
        var random = new SplittableRandom(1);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5) / 100;
        }
        return numbers;
    }

    /** Our rule, piece by piece. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void ours(Ours state) {
        state.iteration++;
        for (int piece = 0; piece < PIECES; piece++) {
            state.rules[piece].apply(state.weights[piece], state.gradient, state.learningRate, state.iteration);
        }
    }

    /** ND4J's updater, and the subtraction. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void nd4j(Nd4js state) {
        state.updater.applyUpdater(state.gradient, state.iteration++, 0);
        state.weights.subi(state.gradient);
    }
}
