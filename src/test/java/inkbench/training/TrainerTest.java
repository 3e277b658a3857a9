package inkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.testing.SyntheticDigits;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingEvent;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.step.ShardedStep;

class TrainerTest {
    private static final int SIDE = 14;
    private static final Architecture CNN = new Architecture(
            "small",
            new Shape(SIDE, SIDE, 1),
            List.of(
                    new Convolution(8, 3, Activation.RELU),
                    new Convolution(12, 3, Activation.RELU),
                    new MaxPooling(2),
                    new Dropout(0.25),
                    new Flatten(),
                    new Dense(24, Activation.RELU),
                    new Dropout(0.3),
                    new Dense(10, Activation.IDENTITY)));
    private static final Optimizer RMS_PROP = new Optimizer.RmsProp(2e-3, 0.9, 1e-7);
    private static final Dataset DATA = SyntheticDigits.of(600, SIDE, 7);

    private final Trainer trainer = new Trainer();
    private final List<TrainingEvent> events = new ArrayList<>();

    @AfterEach
    void close() {
        trainer.close();
    }

    @Test
    void learnsWhatCanBeLearned() throws Exception {
        var result = start(settings(6, 32), DATA).result().get();

        assertThat(result.history()).hasSize(6);
        assertThat(result.history().getLast().validationAccuracy()).isGreaterThan(0.95);
        assertThat(result.history().getLast().loss()).isLessThan(result.history().getFirst().loss());
        assertThat(result.stopped()).isFalse();
    }

    @Test
    void tellsTheStartThenEveryBatchAndEpochThenTheEnd() throws Exception {
        var result = start(settings(2, 100), DATA).result().get();

        assertThat(events.getFirst()).isEqualTo(new TrainingEvent.Started(480, 120, 5, 2));
        assertThat(events.getLast()).isEqualTo(new TrainingEvent.Finished(result));
        assertThat(events).filteredOn(TrainingEvent.EpochDone.class::isInstance)
                .extracting(event -> ((TrainingEvent.EpochDone) event).result())
                .isEqualTo(result.history());
        assertThat(batches()).extracting(TrainingEvent.BatchDone::iteration)
                .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj(Long::valueOf).toList());
        assertThat(batches()).extracting(TrainingEvent.BatchDone::batch).containsExactly(1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
        assertThat(batches().getLast().remainingSeconds()).isLessThan(batches().getFirst().remainingSeconds());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void givesTheSameBitsOnAnyNumberOfThreads(int threads) throws Exception {
        var expected = start(settings(2, 50), DATA).result().get();
        try (var other = new Trainer(threads)) {
            var actual = other.start(settings(2, 50), DATA, _ -> {}).result().get();

            assertThat(actual.weights().values()).isEqualTo(expected.weights().values());
            assertThat(actual.history()).extracting(EpochResult::validationLoss)
                    .isEqualTo(expected.history().stream().map(EpochResult::validationLoss).toList());
        }
    }

    @Test
    void learnsFromTheSameAugmentedImagesOnAnyNumberOfThreads() throws Exception {
        var recipe = Recipe.of(RMS_PROP).withAugmentation(Augmentation.DIGITS);
        var settings = new TrainingSettings(CNN, recipe, 2, 50, 0.2, 1);
        var expected = start(settings, DATA).result().get().weights().values();

        assertThat(start(settings(2, 50), DATA).result().get().weights().values()).isNotEqualTo(expected);
        for (int threads : new int[]{1, 4}) {
            try (var other = new Trainer(threads)) {
                assertThat(other.start(settings, DATA, _ -> {}).result().get().weights().values()).isEqualTo(expected);
            }
        }
    }

    @Test
    void notesWhatItsRepetitionHangsOn() throws Exception {
        var noted = start(settings(1, 100), DATA).result().get().reproducibility();

        assertThat(noted.shards()).isEqualTo(ShardedStep.SHARDS);
        assertThat(noted.library()).isNotBlank();
        assertThat(noted.vectorLevel()).isNotBlank();
    }

    @Test
    void givesOtherWeightsForAnotherSeed() throws Exception {
        var one = start(settings(1, 50), DATA).result().get();
        var other = start(new TrainingSettings(CNN, Recipe.of(RMS_PROP), 1, 50, 0.2, 2), DATA).result().get();

        assertThat(other.weights().values()).isNotEqualTo(one.weights().values());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # images, batch, batches
            10,       1000,  1
            17,       4,     5
            5,        4,     2
            1,        1,     1
            3,        2,     2
            """)
    void takesAnyNumberOfImagesAndAnyBatchSize(int images, int batchSize, int batches) throws Exception {
        var few = DATA.subset(IntStream.range(0, images).toArray());
        var result = start(new TrainingSettings(CNN, Recipe.of(RMS_PROP), 1, batchSize, 0, 1), few).result().get();

        assertThat(batches()).hasSize(batches).allSatisfy(batch -> assertThat(batch.loss()).isFinite().isPositive());
        assertThat(result.history().getFirst().validationLoss()).isNaN();
    }

    @Test
    void learnsAtTheRateOfTheSchedule() throws Exception {
        var halved = start(
                new TrainingSettings(CNN, Recipe.of(RMS_PROP).withSchedule(new Schedule.Step(0.5, 1)), 2, 240, 0.2, 1),
                DATA).result().get();
        assertThat(batches()).extracting(TrainingEvent.BatchDone::learningRate).containsExactly(2e-3, 2e-3, 1e-3, 1e-3);

        events.clear();
        var constant = start(settings(2, 240), DATA).result().get();
        assertThat(batches()).extracting(TrainingEvent.BatchDone::learningRate).containsOnly(2e-3);
        assertThat(halved.history().getFirst().loss()).isEqualTo(constant.history().getFirst().loss());
        assertThat(halved.weights().values()).isNotEqualTo(constant.weights().values());
    }

    @Test
    void learnsFromSmoothedLabels() throws Exception {
        var sharp = start(settings(6, 32), DATA).result().get().history().getLast();
        var smooth = start(new TrainingSettings(CNN, Recipe.of(RMS_PROP).withLabelSmoothing(0.2), 6, 32, 0.2, 1), DATA)
                .result().get().history().getLast();

        // Nobody can be sure of smoothed labels, so their own entropy remains.
        assertThat(smooth.loss()).isGreaterThan(sharp.loss() + 0.5);
        assertThat(smooth.validationAccuracy()).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @MethodSource("otherOptimizers")
    void learnsWithEveryOptimizerAndSchedule(Optimizer optimizer, Schedule schedule) throws Exception {
        var settings = new TrainingSettings(CNN, Recipe.of(optimizer).withSchedule(schedule), 8, 32, 0.2, 1);

        assertThat(start(settings, DATA).result().get().history().getLast().validationAccuracy()).isGreaterThan(0.9);
    }

    static Stream<Arguments> otherOptimizers() {
        return Stream.of(
                Arguments.of(new Optimizer.Sgd(0.2), new Schedule.Exponential(0.9)),
                Arguments.of(new Optimizer.Nesterov(0.05, 0.9, 1e-3), new Schedule.Step(0.5, 3)),
                Arguments.of(new Optimizer.AdaDelta(1, 0.95, 1e-7), new Schedule.Cosine(0.01, 0.1)),
                Arguments.of(new Optimizer.Adam(5e-3).withWeightDecay(1e-2), new Schedule.OneCycle()));
    }

    @Test
    void stopsAfterTheBatchAtHand() throws Exception {
        var result = startWith(settings(100, 32), (event, run) -> {
            if (event instanceof TrainingEvent.BatchDone batch && batch.iteration() == 3) {
                run.stop();
            }
        }).result().get();

        assertThat(result.stopped()).isTrue();
        assertThat(result.history()).isEmpty();
        assertThat(result.weights().iteration()).isEqualTo(3);
        assertThat(batches()).hasSize(3);
    }

    @Test
    void keepsTheEpochsThatWereDoneBeforeAStop() throws Exception {
        var result = startWith(settings(100, 32), (event, run) -> {
            if (event instanceof TrainingEvent.EpochDone epoch && epoch.result().epoch() == 2) {
                run.stop();
            }
        }).result().get();

        assertThat(result.history()).hasSize(2);
        assertThat(result.stopped()).isTrue();
    }

    @Test
    void publishesWeightsAfterTheBatchInWhichTheyWereAskedFor() throws Exception {
        var seen = new ArrayList<Weights>();
        startWith(settings(1, 32), (event, run) -> {
            if (event instanceof TrainingEvent.BatchDone) {
                seen.add(run.latestWeights().orElseThrow());
            }
        }).result().get();

        assertThat(seen.get(0).iteration()).isZero();
        assertThat(seen.get(1).iteration()).isEqualTo(2);
        assertThat(seen.get(2).iteration()).isEqualTo(3);
        assertThat(seen.get(2).values()).isNotEqualTo(seen.get(1).values());
    }

    @Test
    void hasTheLastWeightsAsTheLatestOnceItIsOver() throws Exception {
        var run = start(settings(1, 100), DATA);
        var result = run.result().get();

        assertThat(run.latestWeights()).containsSame(result.weights());
    }

    @Test
    void saysWhatToDoWhenTheLossIsNoNumber() {
        var settings = new TrainingSettings(CNN, Recipe.of(new Optimizer.RmsProp(1e30, 0.9, 1e-7)), 3, 32, 0.2, 1);
        var run = start(settings, DATA);

        assertThatThrownBy(run.result()::get).isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("learning rate")
                .hasMessageContaining("try a tenth of it");
        assertThat(events.getLast()).isInstanceOf(TrainingEvent.Failed.class);
    }

    @Test
    void namesTheLearningRateInForceWhenTheLossIsNoNumber() {
        var optimizer = new Optimizer.RmsProp(1e30, 0.9, 1e-7);
        var settings = new TrainingSettings(CNN, Recipe.of(optimizer).withSchedule(new Schedule.Cosine(0, 0.5)), 1, 48,
                0.2, 1);
        var run = start(settings, DATA);

        // The second of five batches of the warm-up.
        assertThatThrownBy(run.result()::get).cause().hasMessageContaining("learning rate 4" + "0".repeat(29) + " is");
    }

    @Test
    void noticesWeightsThatBrokeInTheLastBatch() {
        var one = DATA.subset(new int[]{0});
        var settings = new TrainingSettings(CNN, Recipe.of(new Optimizer.RmsProp(3e38, 0.9, 1e-30)), 1, 1, 0, 1);
        var run = start(settings, one);

        assertThatThrownBy(run.result()::get).cause().isInstanceOf(TrainingException.class);
    }

    @Test
    void goesOnWhenTheListenerFails() throws Exception {
        var result = trainer.start(settings(1, 100), DATA, _ -> {
            throw new IllegalStateException("a listener that fails on purpose");
        }).result().get();

        assertThat(result.history()).hasSize(1);
    }

    @Test
    void doesASecondRunAfterTheFirst() throws Exception {
        var first = start(settings(1, 100), DATA);
        var second = start(settings(1, 100), DATA);

        assertThat(second.result().get().weights().values()).isEqualTo(first.result().get().weights().values());
        assertThat(events).filteredOn(TrainingEvent.Finished.class::isInstance).hasSize(2);
        assertThat(events.get(events.size() / 2)).isInstanceOf(TrainingEvent.Started.class);
    }

    @Test
    void stopsEveryRunWhenItIsClosed() throws Exception {
        var first = start(settings(10_000, 32), DATA);
        var second = start(settings(10_000, 32), DATA);
        trainer.close();
        trainer.close();

        assertThat(first.result().get().stopped()).isTrue();
        assertThat(second.result().get().stopped()).isTrue();
        assertThat(second.result().get().weights().iteration()).isZero();
    }

    @Test
    void refusesImagesOfAnotherSize() {
        var run = start(settings(1, 10), SyntheticDigits.of(10, 16, 1));

        assertThatThrownBy(run.result()::get).cause()
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("16×16")
                .hasMessageContaining("14×14×1");
    }

    @Test
    void refusesImagesWithoutLabels() {
        var unlabelled = Dataset.of("bare", SIDE, SIDE, Dataset.DIGITS, new byte[SIDE * SIDE], new byte[0], "nowhere");
        var run = start(settings(1, 10), unlabelled);

        assertThatThrownBy(run.result()::get).cause().hasMessageContaining("bare has no labels");
    }

    private static TrainingSettings settings(int epochs, int batchSize) {
        return new TrainingSettings(CNN, Recipe.of(RMS_PROP), epochs, batchSize, 0.2, 1);
    }

    private TrainingRun start(TrainingSettings settings, Dataset data) {
        return trainer.start(settings, data, events::add);
    }

    private TrainingRun startWith(
            TrainingSettings settings,
            BiConsumer<TrainingEvent, TrainingRun> reaction) {
        // The first event may come before start has returned the run.
        var started = new CompletableFuture<TrainingRun>();
        var run = trainer.start(settings, DATA, event -> {
            events.add(event);
            reaction.accept(event, started.join());
        });
        started.complete(run);
        return run;
    }

    private List<TrainingEvent.BatchDone> batches() {
        return events.stream()
                .filter(TrainingEvent.BatchDone.class::isInstance)
                .map(TrainingEvent.BatchDone.class::cast)
                .toList();
    }
}
