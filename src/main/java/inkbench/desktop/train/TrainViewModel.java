package inkbench.desktop.train;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import inkbench.app.DataAdjustments;
import inkbench.app.runs.Resumption;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.image.ImageSize;
import inkbench.desktop.common.FinishedRun;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.common.Mailbox;
import inkbench.desktop.common.Session;
import inkbench.desktop.train.live.RunMonitor;
import inkbench.desktop.train.settings.AugmentationPreview;
import inkbench.desktop.train.settings.Setting;
import inkbench.desktop.train.settings.SettingsForm;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.text.Messages;
import inkbench.training.TrainingRun;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Starts a run, follows it, and keeps what it leaves: the model, the run, the evaluation on the test images. Only for the
 * FX thread.
 */
final class TrainViewModel {
    /** What the place is doing. */
    enum State {
        /** A run can be started. */
        IDLE,
        /** A run is under way. */
        RUNNING,
        /** A run goes on until the batch or the epoch at hand is done, and then waits. */
        PAUSING,
        /** A run waits. */
        PAUSED,
        /** A run was asked to end and does so after the batch at hand. */
        STOPPING;

        /** Whether a run is under way that can still be told what to do. */
        boolean steerable() {
            return this == RUNNING || this == PAUSING || this == PAUSED;
        }
    }

    private final Messages messages = Messages.of(TrainViewModel.class);
    private final Engine engine;
    private final Session session;
    private final Executor pulses;
    private final Mailbox<Current> figures;
    private final InstantSource clock;
    private final SettingsForm form;
    private final AugmentationPreview augmentationPreview;
    private final Setting<Double> newRate;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<RunMonitor> monitor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper updates = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper figureUpdates = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper testAccuracy = new ReadOnlyDoubleWrapper(Double.NaN);
    private Current current;

    /**
     * Makes a place at rest.
     *
     * @param pulses
     *            runs tasks on the FX thread, not more often than curves should change
     * @param figurePulses
     *            likewise, not more often than a figure should change
     */
    TrainViewModel(
            Engine engine,
            Session session,
            Executor pulses,
            Executor figurePulses,
            InstantSource clock) {
        this.engine = engine;
        this.session = session;
        this.pulses = pulses;
        this.clock = clock;
        figures = new Mailbox<>(figurePulses, runs -> showFigures(runs.getLast()));
        form = new SettingsForm(engine.presets());
        newRate = form.newRate();
        augmentationPreview = new AugmentationPreview(form, session.data(), engine::augmented, pulses);
        form.onChange(this::check);
        session.data().addListener((source, before, now) -> check());
        check();
    }

    SettingsForm form() {
        return form;
    }

    AugmentationPreview augmentationPreview() {
        return augmentationPreview;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Why no run can be started with these settings on this data, in a sentence; null if one can. */
    ReadOnlyStringProperty objection() {
        return objection.getReadOnlyProperty();
    }

    /** The run that is shown: the one under way or the last; null before the first. */
    ReadOnlyObjectProperty<RunMonitor> monitor() {
        return monitor.getReadOnlyProperty();
    }

    /** Changes each time {@link #monitor()} has taken events. */
    ReadOnlyLongProperty updates() {
        return updates.getReadOnlyProperty();
    }

    /** Changes when figures of {@link #monitor()} should be shown anew, which is less often than it takes events. */
    ReadOnlyLongProperty figureUpdates() {
        return figureUpdates.getReadOnlyProperty();
    }

    /** Share of the test images that the shown run's model reads right; NaN until that is known. */
    ReadOnlyDoubleProperty testAccuracy() {
        return testAccuracy.getReadOnlyProperty();
    }

    /** How long the shown run has been going, or took. */
    Duration elapsed() {
        return current == null ? Duration.ZERO : current.elapsed(clock);
    }

    private void check() {
        objection.set(firstObjection().orElse(null));
    }

    private Optional<String> firstObjection() {
        var data = session.data().get();
        if (data == null) {
            return Optional.of(messages.get("train.noData"));
        }
        return form.objection().or(() -> engine.objection(form.settings().orElseThrow(), data.first()));
    }

    /** The size that the open images need to have to be trained on; nothing where that is not what hinders. */
    Optional<ImageSize> fitSize() {
        var data = session.data().get();
        boolean labelled = data != null && data.first().labelled();
        return labelled && objection.get() != null
                ? form.settings().flatMap(settings -> DataAdjustments.sizeFor(settings.architecture(), data))
                : Optional.empty();
    }

    /** Starts a run with what is typed, if it can be. */
    void start() {
        if (state.get() != State.IDLE || objection.get() != null) {
            return;
        }
        var settings = form.settings().orElseThrow();
        begin(form.preset().get().name(), settings, (data, listener) -> engine.start(settings, data, listener));
    }

    @FunctionalInterface
    private interface Starter {
        TrainingRun start(PartedDataset data, Consumer<TrainingEvent> listener);
    }

    private void begin(String name, TrainingSettings settings, Starter starter) {
        var data = session.data().get();
        var run = new Current(name, data, clock.millis());
        var mailbox = new Mailbox<TrainingEvent>(pulses, events -> take(run, events));
        try {
            run.run = starter.start(data, mailbox::post);
        } catch (RuntimeException failure) {
            session.report(failure);
            return;
        }
        var rate = BigDecimal.valueOf(settings.recipe().optimizer().learningRate()).stripTrailingZeros();
        newRate.text().set(rate.toPlainString());
        run.monitor.follow(run.run, settings.architecture());
        current = run;
        testAccuracy.set(Double.NaN);
        monitor.set(run.monitor);
        state.set(State.RUNNING);
        session.liveProgress().set(null);
        session.liveRun().set(new LiveRun(run.name, data, run.run));
        // A run that breaks without an event would leave the place running for ever.
        run.run.result().whenComplete((result, failure) -> {
            if (failure != null) {
                pulses.execute(() -> fail(run, failure));
            }
        });
    }

    /** Asks the run to wait after the batch at hand. */
    void pause() {
        if (state.get() == State.RUNNING) {
            state.set(State.PAUSING);
            current.run.pause();
        }
    }

    /** Lets a run go on that waits, or is about to. */
    void resume() {
        if (state.get() == State.PAUSED || state.get() == State.PAUSING) {
            state.set(State.RUNNING);
            current.run.resume();
        }
    }

    /** Lets a run that waits learn from one batch more. */
    void learnBatch() {
        if (state.get() == State.PAUSED) {
            state.set(State.PAUSING);
            current.run.resumeForBatch();
        }
    }

    /** Lets a run that waits learn to the end of the epoch. */
    void learnEpoch() {
        if (state.get() == State.PAUSED) {
            state.set(State.PAUSING);
            current.run.resumeForEpoch();
        }
    }

    /** Asks the run to end after the batch at hand; what was learned is kept. */
    void stop() {
        if (state.get().steerable()) {
            state.set(State.STOPPING);
            current.run.stop();
        }
    }

    /** Asks the run to end after the batch at hand; what was learned is dropped. */
    void cancel() {
        if (state.get().steerable()) {
            state.set(State.STOPPING);
            current.run.cancel();
        }
    }

    /** The learning rate that {@link #changeRate} is to set. */
    Setting<Double> newRate() {
        return newRate;
    }

    /** Sets the learning rate of all batches from the next on, if what is typed is one. */
    void changeRate() {
        if (state.get().steerable()) {
            newRate.value().ifPresent(current.run::changeLearningRate);
        }
    }

    /** Goes on with a run that was interrupted, on the data that is open. */
    void goOn(Resumption resumption) {
        var interrupted = resumption.run();
        begin(
                interrupted.name(),
                resumption.checkpoint().settings(),
                (data, listener) -> engine.resume(resumption, data, listener));
    }

    private void take(Current run, List<TrainingEvent> events) {
        run.monitor.accept(events);
        for (var event : events) {
            switch (event) {
                case TrainingEvent.Finished finished -> finish(run, finished.result());
                case TrainingEvent.Failed failed -> fail(run, new IOException(failed.message()));
                case TrainingEvent.Started started -> {
                }
                case TrainingEvent.BatchDone batch -> {
                }
                case TrainingEvent.Paused _ -> waits(run);
                case TrainingEvent.Resumed _ -> goesOn(run);
                case TrainingEvent.Continued _ -> {
                }
                case TrainingEvent.LearningRateChanged _,TrainingEvent.LayersMeasured _ -> {
                }
                case TrainingEvent.Cancelled _ -> end(run);
                case TrainingEvent.EpochDone epoch -> {
                }
            }
        }
        updates.set(updates.get() + 1);
        figures.post(run);
    }

    private void waits(Current run) {
        if (run == current && state.get() != State.STOPPING) {
            state.set(State.PAUSED);
        }
    }

    /** Somebody may have let it go on before the event came that it waits. */
    private void goesOn(Current run) {
        if (run == current && state.get() == State.PAUSED) {
            state.set(State.RUNNING);
        }
    }

    private void showFigures(Current run) {
        if (run == current && !run.over()) {
            run.monitor.progress().ifPresent(session.liveProgress()::set);
        }
        figureUpdates.set(figureUpdates.get() + 1);
    }

    private void fail(Current run, Throwable failure) {
        if (!run.over()) {
            end(run);
            session.report(failure);
        }
    }

    private void end(Current run) {
        run.endMillis = clock.millis();
        state.set(State.IDLE);
        session.liveRun().set(null);
        session.liveProgress().set(null);
    }

    private void finish(Current run, TrainingResult result) {
        end(run);
        if (result.ending() instanceof TrainingResult.Ending.Diverged diverged) {
            session.report(new IOException(messages.get("train.diverged", diverged.message())));
        }
        if (result.weights().iteration() > 0) {
            session.watch(engine.model(result, run.data), model -> keep(run, result, model));
        }
    }

    private void keep(Current run, TrainingResult result, Model model) {
        session.model().set(model);
        int place = session.runs().size();
        session.runs().add(finishedRun(run, result, model, Double.NaN));
        var test = run.data.part(Part.TEST).filter(Dataset::labelled);
        test.ifPresent(
                images -> session.watch(
                        engine.evaluate(model, images),
                        evaluation -> measured(run, result, model, place, evaluation)));
    }

    private void measured(Current run, TrainingResult result, Model unmeasured, int place, Evaluation evaluation) {
        var accuracy = evaluation.accuracy();
        var model = unmeasured.withTestAccuracy(accuracy);
        engine.measured(run.run, model, run.data, evaluation);
        session.runs().set(place, finishedRun(run, result, model, accuracy));
        if (run == current) {
            testAccuracy.set(accuracy);
        }
        // Meanwhile the user may have opened another model: that one stays, and its evaluation too.
        if (session.model().get() == unmeasured) {
            session.model().set(model);
            session.evaluation().set(evaluation);
        }
    }

    private FinishedRun finishedRun(Current run, TrainingResult result, Model model, double accuracy) {
        return new FinishedRun(run.name, run.data.name(), clock.instant(), result, model, accuracy);
    }

    /** A run as this place sees it. */
    private static final class Current {
        private final String name;
        private final PartedDataset data;
        private final RunMonitor monitor = new RunMonitor();
        private final long startMillis;
        private long endMillis = -1;
        private TrainingRun run;

        Current(String name, PartedDataset data, long startMillis) {
            this.name = name;
            this.data = data;
            this.startMillis = startMillis;
        }

        boolean over() {
            return endMillis >= 0;
        }

        Duration elapsed(InstantSource clock) {
            return Duration.ofMillis((over() ? endMillis : clock.millis()) - startMillis);
        }
    }
}
