package inkbench.desktop.train;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import inkbench.app.DataAdjustments;
import inkbench.app.group.GroupEvent;
import inkbench.app.group.GroupResult;
import inkbench.app.group.Grouping;
import inkbench.app.group.MemberResult;
import inkbench.app.runs.Resumption;
import inkbench.data.PartedDataset;
import inkbench.data.format.image.ImageSize;
import inkbench.desktop.common.Mailbox;
import inkbench.desktop.common.Session;
import inkbench.desktop.train.live.EarlierRuns;
import inkbench.desktop.train.live.RunMonitor;
import inkbench.desktop.train.live.TimeLeft;
import inkbench.desktop.train.settings.AugmentationPreview;
import inkbench.desktop.train.settings.Setting;
import inkbench.desktop.train.settings.SettingsForm;
import inkbench.store.run.BatchBucket;
import inkbench.text.Messages;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.recipe.TrainingSettings;
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
    private final EarlierRuns earlierRuns;
    private final RunResults results;
    private final Mailbox<ActiveRun> figures;
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
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Divergence> divergence = new ReadOnlyObjectWrapper<>();
    private ActiveRun current;

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
        earlierRuns = new EarlierRuns(engine::runs, engine::epochs, session);
        results = new RunResults(engine, session, clock);
        figures = new Mailbox<>(figurePulses, runs -> showFigures(runs.getLast()));
        form = new SettingsForm(engine.presets());
        newRate = form.newRate();
        augmentationPreview = new AugmentationPreview(form, session.data(), engine::augmented, pulses);
        form.onChange(this::check);
        session.data().addListener((source, before, now) -> check());
        session.runAsked().subscribe(asked -> {
            if (asked) {
                session.runAsked().set(false);
                start();
            }
        });
        state.subscribe(now -> session.livePaused().set(now == State.PAUSED));
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

    /** What there is to say of the shown run that no figure says; null for nothing. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** That the last run diverged; null if it didn't. */
    ReadOnlyObjectProperty<Divergence> divergence() {
        return divergence.getReadOnlyProperty();
    }

    /** How long the shown run has been going, or took. */
    Duration elapsed() {
        return current == null ? Duration.ZERO : current.elapsed();
    }

    /** How long the run under way still takes; nothing if there is none, or before that can be said. */
    Optional<TimeLeft> timeLeft() {
        return current == null || current.over() ? Optional.empty() : current.timeLeft();
    }

    /** Runs of before that can be shown beside the one at hand. */
    EarlierRuns earlierRuns() {
        return earlierRuns;
    }

    private void check() {
        objection.set(firstObjection().orElse(null));
    }

    private Optional<String> firstObjection() {
        var data = session.data().get();
        if (data == null) {
            return Optional.of(messages.get("train.noData"));
        }
        return form.objection()
                .or(() -> engine.objection(form.settings().orElseThrow(), form.grouping(), data));
    }

    /** The size that the open images need to have to be trained on; nothing where that is not what hinders. */
    Optional<ImageSize> fitSize() {
        var data = session.data().get();
        boolean labelled = data != null && data.first().labelled();
        return labelled && objection.get() != null
                ? form.settings().flatMap(settings -> DataAdjustments.sizeFor(settings.architecture(), data))
                : Optional.empty();
    }

    /** Starts a run with what is typed, or several, if it can be done. */
    void start() {
        if (state.get() == State.IDLE && objection.get() == null) {
            start(form.preset().get().name(), form.settings().orElseThrow(), form.grouping());
        }
    }

    /** Starts anew what diverged, with a smaller step. */
    void startAgain() {
        var diverged = divergence.get();
        if (state.get() == State.IDLE && diverged != null) {
            form.learningRate().text().set(plain(diverged.again().recipe().optimizer().learningRate()));
            start(diverged.name(), diverged.again(), diverged.grouping());
        }
    }

    private void start(String name, TrainingSettings settings, Optional<Grouping> grouping) {
        if (grouping.isPresent()) {
            startGroup(name, settings, grouping.get());
        } else {
            startOne(name, settings, List.of(), (data, listener) -> engine.start(settings, data, listener));
        }
    }

    @FunctionalInterface
    private interface Starter {
        TrainingRun start(PartedDataset data, Consumer<TrainingEvent> listener);
    }

    private void startOne(String name, TrainingSettings settings, List<BatchBucket> earlier, Starter starter) {
        var run = new ActiveRun(name, session.data().get(), settings, OptionalInt.empty(), clock);
        run.monitor().recall(earlier);
        var mailbox = new Mailbox<TrainingEvent>(pulses, events -> take(run, events));
        try {
            run.started(starter.start(run.data(), mailbox::post));
        } catch (RuntimeException failure) {
            session.report(failure);
            return;
        }
        begin(run);
    }

    private void startGroup(String name, TrainingSettings settings, Grouping grouping) {
        var run = new ActiveRun(name, session.data().get(), settings, OptionalInt.of(grouping.count()), clock);
        var mailbox = new Mailbox<GroupEvent>(pulses, events -> takeOfGroup(run, grouping, events));
        try {
            run.started(engine.startGroup(name, grouping, settings, run.data(), mailbox::post));
        } catch (RuntimeException failure) {
            session.report(failure);
            return;
        }
        begin(run);
    }

    private void begin(ActiveRun run) {
        newRate.text().set(plain(run.settings().recipe().optimizer().learningRate()));
        current = run;
        testAccuracy.set(Double.NaN);
        note.set(null);
        divergence.set(null);
        state.set(State.RUNNING);
        session.liveProgress().set(null);
        show(run);
        // A run that breaks without an event would leave the place running for ever.
        run.live().end().whenComplete((result, failure) -> {
            if (failure != null) {
                pulses.execute(() -> fail(run, failure));
            }
        });
    }

    private void show(ActiveRun run) {
        monitor.set(run.monitor());
        session.liveRun().set(run.live());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Asks the run to wait after the batch at hand. */
    void pause() {
        if (state.get() == State.RUNNING) {
            state.set(State.PAUSING);
            current.controls().pause();
        }
    }

    /** Lets a run go on that waits, or is about to. */
    void resume() {
        if (state.get() == State.PAUSED || state.get() == State.PAUSING) {
            state.set(State.RUNNING);
            current.controls().resume();
        }
    }

    /** Lets a run that waits learn from one batch more. */
    void learnBatch() {
        if (state.get() == State.PAUSED) {
            state.set(State.PAUSING);
            current.controls().resumeForBatch();
        }
    }

    /** Lets a run that waits learn to the end of the epoch. */
    void learnEpoch() {
        if (state.get() == State.PAUSED) {
            state.set(State.PAUSING);
            current.controls().resumeForEpoch();
        }
    }

    /** Asks the run to end after the batch at hand; what was learned is kept. */
    void stop() {
        if (state.get().steerable()) {
            state.set(State.STOPPING);
            current.controls().stop();
        }
    }

    /** Asks the run to end after the batch at hand; what was learned is dropped. */
    void cancel() {
        if (state.get().steerable()) {
            state.set(State.STOPPING);
            current.controls().cancel();
        }
    }

    /** The learning rate that {@link #changeRate} is to set. */
    Setting<Double> newRate() {
        return newRate;
    }

    /** Sets the learning rate of all batches from the next on, if what is typed is one. */
    void changeRate() {
        if (state.get().steerable()) {
            newRate.value().ifPresent(current.controls()::changeLearningRate);
        }
    }

    /**
     * Goes on with a run that was interrupted, on the data that is open.
     *
     * @param earlier
     *            what its batches came to until then
     */
    void goOn(Resumption resumption, List<BatchBucket> earlier) {
        startOne(
                resumption.run().name(),
                resumption.checkpoint().settings(),
                earlier,
                (data, listener) -> engine.resume(resumption, data, listener));
    }

    private void take(ActiveRun run, List<TrainingEvent> events) {
        for (var event : events) {
            hear(run, event);
            switch (event) {
                case TrainingEvent.Finished finished -> finish(run, finished.result());
                case TrainingEvent.Cancelled _ -> end(run);
                case TrainingEvent.Failed failed -> fail(run, failed);
                default -> {
                    // What runs of a group have in common with those by themselves was heard.
                }
            }
        }
        updated(run);
    }

    private void takeOfGroup(ActiveRun run, Grouping grouping, List<GroupEvent> events) {
        for (var event : events) {
            switch (event) {
                case GroupEvent.FromMember(var member, var told) -> {
                    if (run.turnTo(member.number()) && run == current) {
                        show(run);
                    }
                    hear(run, told);
                    if (told instanceof TrainingEvent.Failed failed) {
                        fail(run, failed);
                    }
                }
                case GroupEvent.MemberDone(var member) ->
                    results.add(engine.name(run.name(), grouping, member.member()), run.data(), member);
                case GroupEvent.Finished(var result) -> {
                    result.crossValidated().ifPresent(session.crossValidated()::set);
                    finish(run, result);
                }
                case GroupEvent.Cancelled _ -> end(run);
                case GroupEvent.Failed _ -> {
                    // Its run said why.
                }
            }
        }
        updated(run);
    }

    /** Hears what a run tells, be it by itself or one of several. */
    private void hear(ActiveRun run, TrainingEvent event) {
        run.monitor().accept(List.of(event));
        switch (event) {
            case TrainingEvent.Paused _ -> waits(run);
            case TrainingEvent.Resumed _ -> goesOn(run);
            case TrainingEvent.Continued continued -> tellWhere(run, continued);
            default -> {
                // Only to be seen.
            }
        }
    }

    private void updated(ActiveRun run) {
        updates.set(updates.get() + 1);
        figures.post(run);
    }

    private void tellWhere(ActiveRun run, TrainingEvent.Continued continued) {
        if (run == current) {
            long batches = run.monitor().batchesPerEpoch().orElseThrow();
            long done = continued.history().size();
            note.set(messages.get("train.continued", done + 1, continued.iteration() - done * batches));
        }
    }

    private void waits(ActiveRun run) {
        if (run == current && state.get() != State.STOPPING) {
            state.set(State.PAUSED);
        }
    }

    /** Somebody may have let it go on before the event came that it waits. */
    private void goesOn(ActiveRun run) {
        if (run == current && state.get() == State.PAUSED) {
            state.set(State.RUNNING);
        }
    }

    private void showFigures(ActiveRun run) {
        if (run == current && !run.over()) {
            run.progress().ifPresent(session.liveProgress()::set);
        }
        figureUpdates.set(figureUpdates.get() + 1);
    }

    private void fail(ActiveRun run, TrainingEvent.Failed failed) {
        if (!run.over() && failed.diverged()) {
            diverged(run, messages.get("train.diverged.nothing", failed.message()));
        }
        fail(run, new IOException(failed.message()));
    }

    private void fail(ActiveRun run, Throwable failure) {
        if (!run.over()) {
            end(run);
            if (divergence.get() == null || elsewhere()) {
                session.report(failure);
            }
        }
    }

    /** Whether the user can't see what this place says. */
    private boolean elsewhere() {
        var place = session.place().get();
        return place != null && !place.equals(TrainPlace.ID);
    }

    private void diverged(ActiveRun run, String text) {
        var changes = run.monitor().rateChanges();
        double rate = changes.isEmpty()
                ? run.settings().recipe().optimizer().learningRate()
                : changes.getLast().learningRate();
        divergence.set(Divergence.of(text, run.name(), run.settings(), form.grouping(), rate));
    }

    private void end(ActiveRun run) {
        run.end();
        state.set(State.IDLE);
        session.liveRun().set(null);
        session.liveProgress().set(null);
    }

    private void finish(ActiveRun run, TrainingResult result) {
        var trained = run.live().atHand().get().orElseThrow();
        end(run);
        if (result.ending() instanceof TrainingResult.Ending.Diverged(var message)) {
            var text = messages.get("train.diverged.kept", message, result.weights().iteration());
            diverged(run, text);
            if (elsewhere()) {
                session.report(new IOException(text));
            }
        }
        if (result.weights().iteration() > 0) {
            results.keep(run.name(), run.data(), trained, result, accuracy -> {
                if (run == current) {
                    testAccuracy.set(accuracy);
                }
            });
        }
    }

    private void finish(ActiveRun run, GroupResult result) {
        end(run);
        result.members()
                .stream()
                .filter(MemberResult::complete)
                .max(Comparator.comparingDouble(MemberResult::validationAccuracy))
                .ifPresent(best -> {
                    results.open(run.data(), best);
                    testAccuracy.set(best.test().accuracy());
                    note.set(GroupSummary.of(result, best));
                });
    }
}
