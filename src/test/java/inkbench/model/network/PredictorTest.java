package inkbench.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.InitialWeights;
import inkbench.model.Prediction;
import inkbench.model.Weights;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Progress;
import inkbench.task.Team;
import inkbench.testing.SyntheticDigits;
import inkbench.model.network.layer.Objective;

class PredictorTest {
    private static final Architecture CNN = Architectures.cnn();
    private static final Weights WEIGHTS = InitialWeights.glorotUniform(CNN, 1);
    private static final Dataset DATA = SyntheticDigits.of(300, 28, 2);

    private final Predictor predictor = new Predictor(CNN);

    @AfterEach
    void close() {
        predictor.close();
    }

    @Test
    void givesProbabilitiesThatSumToOne() throws Exception {
        var prediction = predictor.predict(WEIGHTS, DATA.image(0)).get();

        assertThat(prediction.probabilities()).hasSize(10);
        assertThat(IntStream.range(0, 10).mapToDouble(i -> prediction.probabilities()[i]).sum())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void answersForOneImageAsForMany() throws Exception {
        var all = predictor.predictAll(WEIGHTS, DATA, Progress.NONE);

        assertThat(all).hasNumberOfRows(300);
        for (int i = 0; i < 300; i += 23) {
            assertClose(all[i], predictor.predict(WEIGHTS, DATA.image(i)).get().probabilities());
        }
    }

    @Test
    void answersAsTheNetworkThatIsTrained() throws Exception {
        try (var team = Team.ofCaller();
                var shared = new Parameters(CNN.parameterCount());
                var network = Network.forTraining(CNN, shared, 4, 2, Objective.PLAIN, team)) {
            shared.write(WEIGHTS.values());
            var pictures = new DatasetPictures(2, 28 * 28);
            pictures.select(DATA, new int[]{5, 6, 7}, 0);
            network.measure(pictures, 3);
            var trained = new float[10];
            network.probabilities(2, trained);

            assertClose(predictor.predict(WEIGHTS, DATA.image(7)).get().probabilities(), trained);
        }
    }

    @Test
    void answersWithTheWeightsItIsGiven() throws Exception {
        var other = InitialWeights.glorotUniform(CNN, 2);
        var first = predictor.predict(WEIGHTS, DATA.image(0)).get();
        var second = predictor.predict(other, DATA.image(0)).get();
        var again = predictor.predict(WEIGHTS, DATA.image(0)).get();

        assertThat(second.probabilities()).isNotEqualTo(first.probabilities());
        assertThat(again.probabilities()).isEqualTo(first.probabilities());
    }

    @Test
    void stopsWhenNobodyWantsTheAnswersAnyMore() {
        var cancelled = new Progress() {
            private long done;

            @Override
            public void report(long done, long total) {
                this.done = done;
            }

            @Override
            public boolean cancelled() {
                return done > 0;
            }
        };

        assertThatThrownBy(() -> predictor.predictAll(WEIGHTS, DATA, cancelled))
                .isInstanceOf(CancellationException.class);
        assertThat(cancelled.done).isPositive().isLessThan(300);
    }

    @Test
    void readsNothingOfAnEmptySet() {
        assertThat(predictor.predictAll(WEIGHTS, DATA.subset(new int[0]), Progress.NONE)).isEmpty();
    }

    @Test
    void refusesImagesOfAnotherSize() {
        assertThatThrownBy(() -> predictor.predict(WEIGHTS, new byte[100]).get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("784 pixels expected, 100 given");
    }

    @Test
    void canBeClosedTwice() {
        predictor.close();
        predictor.close();

        assertThatThrownBy(() -> predictor.predictAll(WEIGHTS, DATA, Progress.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(new Prediction(actual).digit()).isEqualTo(new Prediction(expected).digit());
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
        }
    }
}
