package inkbench.desktop.train;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import inkbench.app.group.GroupEvent;
import inkbench.app.group.GroupResult;
import inkbench.app.group.Grouping;
import inkbench.app.group.MemberResult;
import inkbench.desktop.common.Mailbox;
import inkbench.desktop.common.Session;
import inkbench.desktop.train.live.RunMonitor;
import inkbench.desktop.train.live.TimeLeft;
import inkbench.desktop.train.settings.Setting;
import inkbench.text.Messages;
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
 * The run that is shown, or the group of runs: steers it, follows it, and keeps what it leaves. Only for the FX thread.
 */
final class RunViewModel {
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

    private final Messages messages = Messages.of(RunViewModel.class);
    private final Engine engine;
    private final Session session;
    private final Executor pulses;
    private final RunResults results;
    private final Mailbox<ActiveRun> figures;
    private final Setting<Double> newRate;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<RunMonitor> monitor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper updates = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper figureUpdates = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper testAccuracy = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Divergence> divergence = new ReadOnlyObjectWrapper<>();
    private ActiveRun current;

    /**
     * No run yet.
     *
     * @param pulses
     *            runs tasks on the FX thread, not more often than curves should change
     * @param figurePulses
     *            likewise, not more often than a figure should change
     * @param newRate
     *            the learning rate that {@link #changeRate} is to set
     */
    RunViewModel(
            Engine engine,
            Session session,
            Executor pulses,
            Executor figurePulses,
            InstantSource clock,
            Setting<Double> newRate) {
        this.engine = engine;
        this.session = session;
        this.pulses = pulses;
        this.newRate = newRate;
        results = new RunResults(engine, session, clock);
        figures = new Mailbox<>(figurePulses, runs -> showFigures(runs.getLast()));
        state.subscribe(now -> session.livePaused().set(now == State.PAUSED));
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
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

    /** Follows a run that was started. */
    void begin(ActiveRun run) {
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

    /** A number as it is typed. */
    static String plain(double number) {
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

    /** Hears what a run by itself tells. */
    void take(ActiveRun run, List<TrainingEvent> events) {
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

    /** Hears what a group of runs tells. */
    void takeOfGroup(ActiveRun run, Grouping grouping, List<GroupEvent> events) {
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
        divergence.set(Divergence.of(text, run.name(), run.settings(), run.grouping(), rate));
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
