package inkbench.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.train.RunViewModel.State;
import inkbench.testing.FxQueue;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;

class TrainViewModelTest {
    private final FxQueue pulses = new FxQueue();
    private final FxQueue figurePulses = new FxQueue();
    private final FxQueue fxThread = new FxQueue();
    private final FakeEngine engine = new FakeEngine();
    private final Session session = new Session(fxThread);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;
    private final TrainViewModel viewModel = new TrainViewModel(engine, session, pulses, figurePulses, clock);

    @BeforeEach
    void openData() {
        session.data().set(SampleDigits.parted("Samples", 3));
    }

    @Test
    void objectsWithoutData() {
        session.data().set(null);
        assertThat(viewModel.objection().get()).isEqualTo("Open a data set first, in Data.");
        viewModel.start();
        assertThat(viewModel.run().state().get()).isEqualTo(State.IDLE);
        assertThat(engine.runs).isEmpty();
    }

    @Test
    void passesOnTheObjectionOfTheEngine() {
        engine.objection = Optional.of("These images are too small.");
        viewModel.form().epochs().text().set("3");
        assertThat(viewModel.objection().get()).isEqualTo("These images are too small.");
        viewModel.start();
        assertThat(engine.runs).isEmpty();
    }

    @Test
    void objectsToAMistypedSettingBeforeAskingTheEngine() {
        engine.objection = Optional.of("These images are too small.");
        viewModel.form().batchSize().text().set("0");
        assertThat(viewModel.objection().get()).startsWith("The batch size must be a whole number");
    }

    @Test
    void tellsTheSessionOfTheRunAndItsProgress() {
        var run = start();
        assertThat(viewModel.run().state().get()).isEqualTo(State.RUNNING);
        assertThat(session.liveRun().get().name()).isEqualTo("mlp");
        assertThat(session.liveProgress().get()).isNull();

        run.batches(60);
        pulses.runAll();
        figurePulses.runAll();

        var progress = session.liveProgress().get();
        assertThat(progress.epoch()).isEqualTo(2);
        assertThat(progress.epochs()).isEqualTo(12);
        assertThat(progress.fraction()).isCloseTo(60 / 600.0, within(1e-9));
        assertThat(progress.samplesPerSecond()).isEqualTo(2610);
    }

    @Test
    void startsWhenAnotherPlaceAsksForARun() {
        session.runAsked().set(true);

        assertThat(session.runAsked().get()).isFalse();
        assertThat(viewModel.run().state().get()).isEqualTo(State.RUNNING);
        assertThat(engine.runs).hasSize(1);

        session.runAsked().set(true);
        assertThat(engine.runs).hasSize(1);
    }

    @Test
    void takesManyEventsInOneUpdate() {
        var run = start();
        pulses.runAll();
        long before = viewModel.run().updates().get();
        run.batches(1000);
        assertThat(pulses.size()).isEqualTo(1);
        pulses.runAll();
        assertThat(viewModel.run().updates().get()).isEqualTo(before + 1);
        assertThat(viewModel.run().monitor().get().batchLoss().size()).isEqualTo(1000);
    }

    @Test
    void showsTheNewestOfManyUpdatesInItsFigures() {
        var run = start();
        pulses.runAll();
        figurePulses.runAll();
        long before = viewModel.run().figureUpdates().get();
        for (int i = 0; i < 3; i++) {
            run.batches(10);
            pulses.runAll();
        }
        assertThat(viewModel.run().figureUpdates().get()).isEqualTo(before);
        assertThat(figurePulses.size()).isEqualTo(1);
        figurePulses.runAll();

        assertThat(viewModel.run().figureUpdates().get()).isEqualTo(before + 1);
        assertThat(session.liveProgress().get().fraction()).isCloseTo(30 / 600.0, within(1e-9));
    }

    @Test
    void keepsNoProgressOfARunThatEndedBeforeItsFiguresWereDue() {
        var run = start();
        run.batches(10);
        run.finish();
        pulses.runAll();
        figurePulses.runAll();

        assertThat(session.liveProgress().get()).isNull();
        assertThat(viewModel.run().monitor().get().progress().orElseThrow().fraction()).isCloseTo(10 / 600.0,
                within(1e-9));
    }

    @Test
    void drawsEpochsWhereTheirBatchesEnd() {
        var run = start();
        run.epoch();
        run.epoch();
        pulses.runAll();

        var monitor = viewModel.run().monitor().get();
        assertThat(monitor.validationLoss().x(1)).isEqualTo(2);
        assertThat(monitor.batchLoss().x(2 * FakeEngine.BATCHES_PER_EPOCH - 1)).isEqualTo(2);
        assertThat(monitor.newestEpoch().orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    void smoothsWithoutAPullTowardsZero() {
        var run = start();
        run.batches(1);
        pulses.runAll();
        var monitor = viewModel.run().monitor().get();
        assertThat(monitor.smoothLoss().y(0)).isCloseTo(monitor.batchLoss().y(0), within(1e-9));
    }

    @Test
    void stopsAfterTheBatchAtHandAndKeepsWhatWasLearned() {
        var run = start();
        run.batches(10);
        viewModel.run().stop();
        assertThat(viewModel.run().state().get()).isEqualTo(State.STOPPING);
        assertThat(run.stopRequested).isTrue();

        run.finish();
        pulses.runAll();
        fxThread.runNext();

        assertThat(viewModel.run().state().get()).isEqualTo(State.IDLE);
        assertThat(session.liveRun().get()).isNull();
        assertThat(session.liveProgress().get()).isNull();
        assertThat(session.model().get().weights().iteration()).isEqualTo(10);
        assertThat(session.runs()).hasSize(1);
        assertThat(session.runs().getFirst().result().stopped()).isTrue();
    }

    @Test
    void pausesAfterTheBatchAtHandAndGoesOn() {
        var run = start();
        viewModel.run().pause();
        assertThat(viewModel.run().state().get()).isEqualTo(State.PAUSING);
        run.waits();
        pulses.runAll();
        assertThat(viewModel.run().state().get()).isEqualTo(State.PAUSED);

        viewModel.run().resume();

        assertThat(viewModel.run().state().get()).isEqualTo(State.RUNNING);
        assertThat(run.orders).containsExactly("pause", "resume");
    }

    @Test
    void showsThatARunWaitsWhoeverToldItTo() {
        var run = start();
        run.waits();
        pulses.runAll();

        assertThat(viewModel.run().state().get()).isEqualTo(State.PAUSED);
    }

    @Test
    void isNotMisledByNewsOfAPauseThatIsOver() {
        var run = start();
        viewModel.run().pause();
        run.waits();
        viewModel.run().resume();
        run.goesOn();
        pulses.runAll();

        assertThat(viewModel.run().state().get()).isEqualTo(State.RUNNING);
    }

    @Test
    void goesOnForOneBatchOrOneEpochOnlyWhileItWaits() {
        var run = start();
        viewModel.run().learnBatch();
        viewModel.run().learnEpoch();
        assertThat(run.orders).isEmpty();

        viewModel.run().pause();
        run.waits();
        pulses.runAll();
        viewModel.run().learnBatch();
        assertThat(viewModel.run().state().get()).isEqualTo(State.PAUSING);
        run.waits();
        pulses.runAll();
        viewModel.run().learnEpoch();

        assertThat(run.orders).containsExactly("pause", "one batch", "one epoch");
    }

    @Test
    void setsTheLearningRateOfARunThatGoesOnIfItIsOne() {
        viewModel.run().newRate().text().set("0.5");
        viewModel.run().changeRate();
        var run = start();
        assertThat(viewModel.run().newRate().text().get()).isEqualTo("0.001");

        viewModel.run().newRate().text().set("fast");
        viewModel.run().changeRate();
        viewModel.run().newRate().text().set("0,02");
        viewModel.run().changeRate();

        assertThat(run.orders).containsExactly("rate 0.02");
    }

    @Test
    void keepsNothingOfARunThatWasCancelled() {
        var run = start();
        run.batches(10);
        viewModel.run().cancel();
        assertThat(viewModel.run().state().get()).isEqualTo(State.STOPPING);
        run.dropped();
        pulses.runAll();

        assertThat(run.orders).containsExactly("cancel");
        assertThat(viewModel.run().state().get()).isEqualTo(State.IDLE);
        assertThat(session.model().get()).isNull();
        assertThat(session.runs()).isEmpty();
        assertThat(session.problem().get()).isNull();
    }

    @Test
    void stopsARunThatWaits() {
        var run = start();
        viewModel.run().pause();
        run.waits();
        pulses.runAll();
        viewModel.run().stop();

        assertThat(viewModel.run().state().get()).isEqualTo(State.STOPPING);
        assertThat(run.stopRequested).isTrue();
    }

    @Test
    void keepsNothingOfARunThatWasStoppedBeforeItsFirstBatch() {
        var run = start();
        viewModel.run().stop();
        run.finish();
        pulses.runAll();
        assertThat(viewModel.run().state().get()).isEqualTo(State.IDLE);
        assertThat(session.model().get()).isNull();
        assertThat(session.runs()).isEmpty();
    }

    @Test
    void measuresTheModelOnTheTestImages() {
        var run = start();
        run.epoch();
        run.finish();
        pulses.runAll();
        fxThread.runNext();
        assertThat(session.runs().getFirst().testAccuracy()).isNaN();
        assertThat(session.jobs()).hasSize(1);

        fxThread.runNext();

        var accuracy = session.evaluation().get().accuracy();
        assertThat(session.runs()).hasSize(1);
        assertThat(session.runs().getFirst().testAccuracy()).isEqualTo(accuracy);
        assertThat(session.model().get()).isSameAs(session.runs().getFirst().model());
        assertThat(session.model().get().origin().testAccuracy()).isEqualTo(accuracy);
        assertThat(viewModel.run().testAccuracy().get()).isEqualTo(accuracy);
        assertThat(session.evaluation().get().dataset())
                .isSameAs(session.data().get().part(Part.TEST).orElseThrow());
    }

    @Test
    void leavesTheModelThatWasOpenedWhileTheRunWasMeasured() {
        var run = start();
        run.epoch();
        run.finish();
        pulses.runAll();
        fxThread.runNext();
        var other = SampleModels.untrained("other");
        session.model().set(other);

        fxThread.runNext();

        assertThat(session.model().get()).isSameAs(other);
        assertThat(session.evaluation().get()).isNull();
        assertThat(session.runs().getFirst().testAccuracy()).isPositive();
    }

    @Test
    void keepsTheRunWhenItCannotBeMeasured() {
        engine.evaluationFails = true;
        var run = start();
        run.epoch();
        run.finish();
        pulses.runAll();
        fxThread.runNext();
        fxThread.runNext();
        assertThat(session.problem().get()).isEqualTo("The disk is on fire.");
        assertThat(session.runs()).hasSize(1);
        assertThat(session.model().get()).isNotNull();
    }

    @Test
    void keepsARunOnDataWithoutTestImages() {
        var train = SampleDigits.dataset("Samples", 3, 1);
        session.data().set(new PartedDataset("Samples", Map.of(Part.TRAIN, train)));
        var run = start();
        run.epoch();
        run.finish();
        pulses.runAll();
        fxThread.runNext();
        assertThat(session.jobs()).isEmpty();
        assertThat(session.runs().getFirst().testAccuracy()).isNaN();
    }

    @Test
    void reportsARunThatBroke() {
        var run = start();
        run.batches(3);
        run.fail("The loss is no longer a number; lower the learning rate.");
        pulses.runAll();
        assertThat(session.problem().get()).isEqualTo("The loss is no longer a number; lower the learning rate.");
        assertThat(viewModel.run().state().get()).isEqualTo(State.IDLE);
        assertThat(session.liveRun().get()).isNull();
        assertThat(session.runs()).isEmpty();
    }

    @Test
    void endsWhenTheRunBreaksWithoutAnEvent() {
        var run = start();
        run.breakWithoutEvent(new java.io.IOException("No memory is left."));
        pulses.runAll();
        assertThat(viewModel.run().state().get()).isEqualTo(State.IDLE);
        assertThat(session.problem().get()).isEqualTo("No memory is left.");
    }

    @Test
    void countsTheTimeUntilTheEndOfTheRun() {
        var run = start();
        now = now.plusSeconds(90);
        assertThat(viewModel.run().elapsed()).isEqualTo(Duration.ofSeconds(90));
        run.epoch();
        run.finish();
        pulses.runAll();
        now = now.plusSeconds(1000);
        assertThat(viewModel.run().elapsed()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void startsNoSecondRunBesideTheFirst() {
        start();
        viewModel.start();
        assertThat(engine.runs).hasSize(1);
    }

    private FakeEngine.FakeRun start() {
        viewModel.start();
        return engine.runs.getLast();
    }
}
