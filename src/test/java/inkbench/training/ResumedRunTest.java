package inkbench.training;

import static inkbench.training.SmallRuns.AT_EVERY_BATCH;
import static inkbench.training.SmallRuns.BATCHES_PER_EPOCH;
import static inkbench.training.SmallRuns.DATA;
import static inkbench.training.SmallRuns.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.testing.SyntheticDigits;
import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.optimizer.Optimizer;

/** Going on with a run that was interrupted. */
class ResumedRunTest {
    private final Trainer trainer = new Trainer();
    private final List<TrainingEvent> events = new ArrayList<>();

    @AfterEach
    void close() {
        trainer.close();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void endsWithTheSameBitsFromWhereverItGoesOn(Optimizer optimizer) throws Exception {
        var settings = settings(optimizer, 3);
        var checkpoints = new ArrayList<Checkpoint>();
        var whole = trainer.start(settings, DATA, new Checkpointing(AT_EVERY_BATCH, checkpoints::add), _ -> {})
                .result()
                .get();

        assertThat(checkpoints).hasSize(3 * BATCHES_PER_EPOCH + 3);
        for (var checkpoint : List.of(
                checkpoints.get(0),
                checkpoints.get(BATCHES_PER_EPOCH - 1),
                checkpoints.get(BATCHES_PER_EPOCH),
                checkpoints.get(BATCHES_PER_EPOCH + 4),
                checkpoints.getLast())) {
            var resumed = trainer.resume(checkpoint, DATA, Checkpointing.NONE, events::add).result().get();

            assertThat(resumed.weights().values()).isEqualTo(whole.weights().values());
            assertThat(resumed.weights().iteration()).isEqualTo(whole.weights().iteration());
            assertThat(resumed.history()).extracting(EpochResult::loss, EpochResult::validationLoss)
                    .isEqualTo(
                            whole.history()
                                    .stream()
                                    .map(epoch -> tuple(epoch.loss(),
                                            epoch.validationLoss()))
                                    .toList());
        }
    }

    static List<Optimizer> optimizers() {
        return List.of(
                new Optimizer.Sgd(0.05),
                new Optimizer.Nesterov(0.02, 0.9),
                new Optimizer.RmsProp(1e-3, 0.9, 1e-7),
                new Optimizer.AdaDelta(1, 0.95, 1e-7),
                new Optimizer.Adam(2e-3));
    }

    @Test
    void tellsWhereItGoesOn() throws Exception {
        var checkpoints = new ArrayList<Checkpoint>();
        trainer.start(settings(2), DATA, new Checkpointing(AT_EVERY_BATCH, checkpoints::add), _ -> {}).result().get();
        var ninth = checkpoints.get(9);

        var resumed = trainer.resume(ninth, DATA, Checkpointing.NONE, events::add).result().get();

        assertThat(ninth.weights().iteration()).isEqualTo(9);
        assertThat(events.get(1)).isInstanceOfSatisfying(TrainingEvent.Continued.class, continued -> {
            assertThat(continued.iteration()).isEqualTo(9);
            assertThat(continued.history()).isEqualTo(resumed.history().subList(0, 1));
        });
        var first = (TrainingEvent.BatchDone) events.get(2);
        assertThat(first.iteration()).isEqualTo(10);
        assertThat(first.epoch()).isEqualTo(2);
    }

    @Test
    void refusesACheckpointOfARunOnOtherImages() throws Exception {
        var checkpoints = new ArrayList<Checkpoint>();
        trainer.start(settings(2), DATA, new Checkpointing(AT_EVERY_BATCH, checkpoints::add), _ -> {}).result().get();

        var other = SyntheticDigits.of(900, 14, 7);
        var run = trainer.resume(checkpoints.get(9), other, Checkpointing.NONE, _ -> {});

        assertThatThrownBy(run.result()::get).cause()
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("The checkpoint is not of a run on");
    }

    @Test
    void goesOnToTheSameEarlyEnd() throws Exception {
        var checkpoints = new ArrayList<Checkpoint>();
        var checkpointing = new Checkpointing(AT_EVERY_BATCH, checkpoints::add);
        var whole = trainer.start(SmallRuns.ENDING_EARLY, DATA, checkpointing, _ -> {}).result().get();

        var late = checkpoints.get(checkpoints.size() - 10);
        var resumed = trainer.resume(late, DATA, Checkpointing.NONE, _ -> {}).result().get();

        assertThat(resumed.weights().values()).isEqualTo(whole.weights().values());
        assertThat(resumed.ending()).isInstanceOf(TrainingResult.Ending.StoppedEarly.class).isEqualTo(whole.ending());
    }
}
