package inkbench.model.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.model.Shape;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

class DropoutLayerTest {
    private static final int SAMPLES = 100;
    private static final int SIZE = 1000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.25, 0.5, 0.9})
    void dropsItsShareAndScalesTheRest(double rate) {
        var values = drop(rate, 0, pass(true, 42));
        float scale = (float) (1 / (1 - rate));
        int dropped = count(values, 0);

        assertThat(dropped + count(values, scale)).isEqualTo(values.length);
        // Four standard deviations of a binomial share.
        double tolerance = 4 * Math.sqrt(rate * (1 - rate) / values.length);
        assertThat((double) dropped / values.length).isCloseTo(rate, within(tolerance));
    }

    @Test
    void dropsAnyTwoNeighboursIndependently() {
        var values = drop(0.5, 0, pass(true, 7));
        for (int distance : new int[]{1, 2, 3, 16, 64, 1000, 4096}) {
            long same = IntStream.range(distance, values.length)
                    .filter(i -> values[i] == values[i - distance])
                    .count();
            double share = (double) same / (values.length - distance);
            assertThat(share).as("distance %d", distance).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(values.length)));
        }
    }

    @Test
    void dropsTheSameForTheSameSeedOnly() {
        var first = drop(0.5, 0, pass(true, 7));

        assertThat(drop(0.5, 0, pass(true, 7))).isEqualTo(first);
        assertIndependent(drop(0.5, 0, pass(true, 8)), first);
        assertIndependent(drop(0.5, 1, pass(true, 7)), first);
    }

    @Test
    void leavesEverythingWhenNotTraining() {
        assertThat(count(drop(0.5, 0, pass(false, 7)), 1)).isEqualTo(SAMPLES * SIZE);
    }

    private static void assertIndependent(float[] one, float[] other) {
        long same = IntStream.range(0, one.length).filter(i -> one[i] == other[i]).count();
        assertThat((double) same / one.length).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(one.length)));
    }

    /** What becomes of ones. */
    private static float[] drop(double rate, int number, Pass pass) {
        var values = new float[SAMPLES * SIZE];
        Arrays.fill(values, 1);
        try (var tensor = new Tensor(values.length)) {
            tensor.write(0, values, 0, values.length);
            var signal = new Signal(Shape.vector(SIZE), tensor, null);
            new DropoutLayer(signal, signal, rate, number).forward(0, SAMPLES, pass);
            tensor.read(0, values, values.length);
        }
        return values;
    }

    private static Pass pass(boolean training, long seed) {
        return training ? Pass.learning(SAMPLES, 1, seed) : Pass.predicting(SAMPLES, 1);
    }

    private static int count(float[] values, float wanted) {
        return (int) IntStream.range(0, values.length).filter(i -> values[i] == wanted).count();
    }
}
