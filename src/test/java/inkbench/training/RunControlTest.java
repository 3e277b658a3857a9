package inkbench.training;

import static inkbench.training.SmallRuns.AT_EVERY_BATCH;
import static inkbench.training.SmallRuns.BATCHES_PER_EPOCH;
import static inkbench.training.SmallRuns.DATA;
import static inkbench.training.SmallRuns.NETWORK;
import static inkbench.training.SmallRuns.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.training.event.Confusions;
import inkbench.training.event.LayerFigures;
import inkbench.training.event.RateChange;
import inkbench.training.event.TrainingEvent;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.recipe.ClassWeighting;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;

/** Steering a run while it learns. */
class RunControlTest {
    private final Trainer trainer = new Trainer();
    private final List<TrainingEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        trainer.close();
    }

    @Test
    void learnsTheSameWithPausesAnywhere() throws Exception {
        var expected = trainer.start(settings(2), DATA, _ -> {}).result().get();

        var run = start(settings(2), (self, event) -> {
            if (event instanceof TrainingEvent.BatchDone batch && batch.iteration() % 3 == 0
                    || event instanceof TrainingEvent.EpochDone) {
                self.pause();
            }
            if (event instanceof TrainingEvent.Paused) {
                CompletableFuture.runAsync(self::resume);
            }
        });

        assertThat(run.result().get(30, TimeUnit.SECONDS).weights().values()).isEqualTo(expected.weights().values());
        assertThat(events).filteredOn(TrainingEvent.Paused.class::isInstance).hasSizeGreaterThanOrEqualTo(5);
        assertThat(events).filteredOn(TrainingEvent.Resumed.class::isInstance).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void goesOnForOneBatchOrOneEpoch() throws Exception {
        var paused = new ArrayList<Long>();
        var run = start(settings(3), (self, event) -> {
            if (event instanceof TrainingEvent.BatchDone batch && batch.iteration() == 2) {
                self.pause();
            }
            if (event instanceof TrainingEvent.Paused pause) {
                paused.add(pause.iteration());
                CompletableFuture.runAsync(switch (paused.size()) {
                    case 1, 2 -> self::resumeForBatch;
                    case 3 -> self::resumeForEpoch;
                    default -> self::resume;
                });
            }
        });
        run.result().get(30, TimeUnit.SECONDS);

        assertThat(paused).containsExactly(2L, 3L, 4L, (long) BATCHES_PER_EPOCH);
    }

    @Test
    void leavesNothingWhenItIsCancelled() {
        var run = start(settings(50), (self, event) -> {
            if (event instanceof TrainingEvent.BatchDone) {
                self.cancel();
            }
        });

        assertThatThrownBy(run.result()::get).isInstanceOf(CancellationException.class);
        assertThat(events.getLast()).isInstanceOf(TrainingEvent.Cancelled.class);
        assertThat(batches()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWhilePaused(boolean keeping) {
        var run = start(settings(50), (self, event) -> {
            if (event instanceof TrainingEvent.BatchDone) {
                self.pause();
            }
            if (event instanceof TrainingEvent.Paused) {
                CompletableFuture.runAsync(keeping ? self::stop : self::cancel);
            }
        });

        run.result().exceptionally(_ -> null).join();
        assertThat(events.getLast())
                .isInstanceOf(keeping ? TrainingEvent.Finished.class : TrainingEvent.Cancelled.class);
        assertThat(batches()).hasSize(1);
    }

    @Test
    void changesTheLearningRateAndRemembersIt() throws Exception {
        var checkpoints = new ArrayList<Checkpoint>();
        var run = start(
                settings(new Optimizer.Sgd(0.05), 2),
                new Checkpointing(AT_EVERY_BATCH, checkpoints::add),
                (self, event) -> {
                    if (event instanceof TrainingEvent.BatchDone batch && batch.iteration() == 4) {
                        self.changeLearningRate(0.01);
                    }
                });
        var result = run.result().get();

        var change = new RateChange(5, 0.01);
        assertThat(result.rateChanges()).containsExactly(change);
        assertThat(events).contains(new TrainingEvent.LearningRateChanged(change));
        assertThat(batches()).extracting(TrainingEvent.BatchDone::learningRate)
                .startsWith(0.05, 0.05, 0.05, 0.05, 0.01, 0.01)
                .endsWith(0.01);
        var resumed = trainer.resume(checkpoints.get(8), DATA, Checkpointing.NONE, _ -> {}).result().get();
        assertThat(resumed.weights().values()).isEqualTo(result.weights().values());
        assertThat(resumed.rateChanges()).containsExactly(change);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void refusesALearningRateThatIsNone(double rate) {
        var run = trainer.start(settings(1), DATA, _ -> {});

        assertThatThrownBy(() -> run.changeLearningRate(rate)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void validatesWithEachFoldOnce() throws Exception {
        var validated = new ArrayList<Confusions>();
        for (int fold = 0; fold < 4; fold++) {
            start(settings(1).with(new Validation.Fold(fold, 4)), (_, event) -> {
                if (event instanceof TrainingEvent.EpochDone epoch) {
                    validated.add(epoch.validation());
                }
            }).result().get();
        }

        var counts = DATA.classCounts();
        for (int label = 0; label < 10; label++) {
            int images = 0;
            for (var confusions : validated) {
                for (int answer = 0; answer < 10; answer++) {
                    images += confusions.count(label, answer);
                }
            }
            assertThat(images).isEqualTo(counts[label]);
        }
    }

    @Test
    void countsWhatValidationImagesWereTakenFor() throws Exception {
        start(settings(2), (_, _) -> {}).result().get();

        var epochs = events.stream()
                .filter(TrainingEvent.EpochDone.class::isInstance)
                .map(TrainingEvent.EpochDone.class::cast)
                .toList();
        assertThat(epochs).hasSize(2).allSatisfy(epoch -> {
            int right = 0;
            int all = 0;
            for (int truth = 0; truth < 10; truth++) {
                right += epoch.validation().count(truth, truth);
                for (int answer = 0; answer < 10; answer++) {
                    all += epoch.validation().count(truth, answer);
                }
            }
            assertThat((double) right / all).isEqualTo(epoch.result().validationAccuracy());
            assertThat(epoch.validation().right().cardinality()).isEqualTo(right);
            assertThat(epoch.validation().images()).isEqualTo(all);
        });
    }

    @Test
    void measuresItsLayersWhenAsked() throws Exception {
        start(settings(new Optimizer.Sgd(0.05), 1), (self, event) -> {
            if (event instanceof TrainingEvent.Started) {
                self.measureLayers();
            }
        }).result().get();

        var measured = events.stream().filter(TrainingEvent.LayersMeasured.class::isInstance).toList();
        assertThat(measured).hasSize(1);
        assertThat(((TrainingEvent.LayersMeasured) measured.getFirst()).layers()).hasSize(3)
                .extracting(LayerFigures::layer)
                .containsExactly(0, 1, 6);
        // By plain descent, an update is the gradient times the rate.
        assertThat(((TrainingEvent.LayersMeasured) measured.getFirst()).layers()).allSatisfy(
                layer -> assertThat(layer.updateNorm() / (0.05 * layer.gradientNorm()))
                        .isBetween(0.9999, 1.0001));
    }

    @Test
    void weighsRareClassesUp() throws Exception {
        var indices = IntStream.range(0, DATA.size())
                .filter(image -> DATA.label(image) != 3 || image % 7 == 0)
                .toArray();
        var rare = DATA.subset(indices);
        var weights = ClassWeighting.BALANCED.weights(rare);

        double total = 0;
        for (int label = 0; label < 10; label++) {
            assertThat(weights[label] * rare.classCounts()[label]).isCloseTo(rare.size() / 10f,
                    within(1e-3f));
            total += weights[label] * rare.classCounts()[label];
        }
        assertThat(total).isCloseTo(rare.size(), within(1e-3));
        var plain = start(settings(1), (_, _) -> {}).result().get();
        var balanced = trainer.start(
                new TrainingSettings(NETWORK, plain.settings().recipe().with(ClassWeighting.BALANCED), 1, 50, 0.2, 1),
                rare,
                _ -> {}).result().get();
        assertThat(balanced.weights().values()).isNotEqualTo(
                trainer.start(plain.settings(), rare, _ -> {}).result().get().weights().values());
    }

    private TrainingRun start(TrainingSettings settings, BiConsumer<TrainingRun, TrainingEvent> listener) {
        return start(settings, Checkpointing.NONE, listener);
    }

    private TrainingRun start(
            TrainingSettings settings,
            Checkpointing checkpointing,
            BiConsumer<TrainingRun, TrainingEvent> listener) {
        var self = new CompletableFuture<TrainingRun>();
        var run = trainer.start(settings, DATA, checkpointing, event -> {
            events.add(event);
            listener.accept(self.join(), event);
        });
        self.complete(run);
        return run;
    }

    private List<TrainingEvent.BatchDone> batches() {
        return events.stream()
                .filter(TrainingEvent.BatchDone.class::isInstance)
                .map(TrainingEvent.BatchDone.class::cast)
                .toList();
    }
}
