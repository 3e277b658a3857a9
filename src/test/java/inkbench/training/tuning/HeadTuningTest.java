package inkbench.training.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class HeadTuningTest {
    private static final int INPUTS = 6;
    private static final int CLASSES = 3;
    private final Head start = head(1, 0.5);

    @Test
    void readsTheNewWayOfWritingAndForgetsNothing() {
        // The old images lie along the first three inputs; class 2 of the new ones lies along the fourth.
        var rehearsed = samples(new Random(2), 300, 0, 1, 2);
        var taught = HeadTuning.tune(start, rehearsed, rehearsed, 0.5, 1e-3);
        var own = samples(new Random(3), 12, 0, 1, 3);
        var others = samples(new Random(4), 90, 0, 1, 3);

        var tuned = HeadTuning.tune(taught, own, rehearsed, 0.3, 1e-3);

        assertThat(taught.accuracy(rehearsed)).isGreaterThan(0.98);
        assertThat(tuned.accuracy(rehearsed)).isGreaterThan(0.98);
        assertThat(taught.accuracy(others)).isLessThan(0.9);
        assertThat(tuned.accuracy(others)).isGreaterThan(0.98);
    }

    @Test
    void staysWhereItIsTheStifferItIs() {
        var own = samples(new Random(3), 12, 0, 1, 3);
        var rehearsed = samples(new Random(2), 60, 0, 1, 2);

        double loose = distance(HeadTuning.tune(start, own, rehearsed, 0.5, 0.01));
        double stiff = distance(HeadTuning.tune(start, own, rehearsed, 0.5, 10));

        assertThat(stiff).isLessThan(loose / 10);
    }

    @Test
    void endsWhereTheGradientIsNone() {
        var own = samples(new Random(3), 12, 0, 1, 3);
        var rehearsed = samples(new Random(2), 60, 0, 1, 2);

        var tuned = HeadTuning.tune(start, own, rehearsed, 0.5, 0.1);

        for (int i = 0; i < tuned.parameters().length; i++) {
            double step = 1e-4;
            double slope = (loss(tuned, i, step, own, rehearsed) - loss(tuned, i, -step, own, rehearsed)) / (2 * step);
            assertThat(slope).isCloseTo(0, within(2e-3));
        }
    }

    @Test
    void refusesToLearnFromNothing() {
        var none = new TuningSamples(new float[0][], new int[0]);
        var some = samples(new Random(3), 12, 0, 1, 3);

        assertThatThrownBy(() -> HeadTuning.tune(start, none, some, 0.5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeadTuning.tune(start, some, some, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** By its definition, from the head's logits. */
    private double loss(Head head, int changed, double by, TuningSamples own, TuningSamples rehearsed) {
        var parameters = head.parameters().clone();
        parameters[changed] += by;
        double penalty = 0;
        for (int i = 0; i < parameters.length; i++) {
            penalty += Math.pow(parameters[i] - start.parameters()[i], 2);
        }
        var moved = new Head(INPUTS, CLASSES, parameters);
        return 0.5 * crossEntropy(moved, own) + 0.5 * crossEntropy(moved, rehearsed) + 0.05 * penalty;
    }

    private static double crossEntropy(Head head, TuningSamples samples) {
        return IntStream.range(0, samples.size()).mapToDouble(i -> {
            var logits = head.logits(samples.values()[i]);
            return Math.log(IntStream.range(0, CLASSES).mapToDouble(c -> Math.exp(logits[c])).sum())
                    - logits[samples.labels()[i]];
        }).average().orElseThrow();
    }

    private double distance(Head head) {
        return Math.sqrt(
                IntStream.range(0, head.parameters().length)
                        .mapToDouble(i -> Math.pow(head.parameters()[i] - start.parameters()[i], 2))
                        .sum());
    }

    /** Images of class c have a high value at {@code places[c]}. */
    private static TuningSamples samples(Random random, int count, int... places) {
        var values = new float[count][INPUTS];
        var labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
            for (int j = 0; j < INPUTS; j++) {
                values[i][j] = 0.3f * random.nextFloat();
            }
            values[i][places[labels[i]]] += 2;
        }
        return new TuningSamples(values, labels);
    }

    private static Head head(long seed, double size) {
        var random = new Random(seed);
        return new Head(
                INPUTS,
                CLASSES,
                IntStream.range(0, (INPUTS + 1) * CLASSES).mapToDouble(i -> size * random.nextGaussian()).toArray());
    }
}
