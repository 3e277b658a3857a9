package inkbench.training;

import static inkbench.training.SmallRuns.BATCHES_PER_EPOCH;
import static inkbench.training.SmallRuns.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult.Ending;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;

/** Runs that end before their last epoch leave the weights of a better moment. */
class RunEndTest {
    private static final Duration AFTER_EPOCHS_ONLY = Duration.ofDays(1);

    private final Trainer trainer = new Trainer();
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    @AfterEach
    void close() {
        trainer.close();
    }

    @Test
    void stopsEarlyAndKeepsTheBestEpoch() throws Exception {
        var recipe = Recipe.of(new Optimizer.Sgd(0.01));
        var settings = new TrainingSettings(SmallRuns.STATELESS, recipe, 60, 50, 0.2, 1).with(new EarlyStopping(4));
        var run = start(settings, (self, event) -> {
            if (event instanceof TrainingEvent.EpochDone epoch && epoch.result().epoch() == 3) {
                self.changeLearningRate(300);
            }
        });
        var result = run.result().get();

        var best = result.history()
                .stream()
                .min(Comparator.comparingDouble(EpochResult::validationLoss))
                .orElseThrow();
        assertThat(result.ending()).isEqualTo(new Ending.StoppedEarly(best.epoch()));
        assertThat(result.history()).hasSize(best.epoch() + 4);
        assertThat(result.weights().iteration()).isEqualTo((long) best.epoch() * BATCHES_PER_EPOCH);
        assertThat(result.weights().values()).isEqualTo(weightsAfter(result.weights().iteration()));
    }

    @Test
    void keepsTheLastGoodWeightsWhenItDiverges() throws Exception {
        var run = start(new TrainingSettings(SmallRuns.STATELESS, Recipe.of(new Optimizer.Sgd(0.01)), 5, 50, 0.2, 1),
                (self, event) -> {
                    if (event instanceof TrainingEvent.EpochDone epoch && epoch.result().epoch() == 2) {
                        self.changeLearningRate(1e38);
                    }
                });
        var result = run.result().get();

        assertThat(result.ending()).isInstanceOfSatisfying(
                Ending.Diverged.class,
                diverged -> assertThat(diverged.message()).contains("try a tenth of it"));
        assertThat(result.weights().iteration()).isEqualTo(2 * BATCHES_PER_EPOCH);
        assertThat(result.weights().values()).isEqualTo(weightsAfter(2 * BATCHES_PER_EPOCH));
        assertThat(result.history()).hasSize(2);
    }

    private TrainingRun start(TrainingSettings settings, BiConsumer<TrainingRun, TrainingEvent> listener) {
        var self = new CompletableFuture<TrainingRun>();
        var run = trainer.start(
                settings,
                DATA,
                new Checkpointing(AFTER_EPOCHS_ONLY, checkpoints::add),
                event -> listener.accept(self.join(), event));
        self.complete(run);
        return run;
    }

    /** What the run had learned at that moment, by the checkpoint it made. */
    private float[] weightsAfter(long iteration) {
        return checkpoints.stream()
                .map(Checkpoint::weights)
                .filter(weights -> weights.iteration() == iteration)
                .findFirst()
                .orElseThrow()
                .values();
    }
}
