package inkbench.desktop.train;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.Optional;
import java.util.concurrent.Executor;

import inkbench.app.DataAdjustments;
import inkbench.data.format.image.ImageSize;
import inkbench.desktop.common.Session;
import inkbench.desktop.train.RunViewModel.State;
import inkbench.desktop.train.live.EarlierRuns;
import inkbench.desktop.train.settings.AugmentationPreview;
import inkbench.desktop.train.settings.SettingsForm;
import inkbench.app.runs.Resumption;
import inkbench.app.group.GroupEvent;
import inkbench.desktop.common.Mailbox;
import inkbench.data.PartedDataset;
import inkbench.store.run.BatchBucket;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingEvent;
import inkbench.training.recipe.TrainingSettings;
import inkbench.app.group.Grouping;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What is to be trained, and how; {@link #run()} is what is trained. Only for the FX thread.
 */
final class TrainViewModel {
    private final Messages messages = Messages.of(TrainViewModel.class);
    private final Engine engine;
    private final Session session;
    private final EarlierRuns earlierRuns;
    private final Executor pulses;
    private final InstantSource clock;
    private final SettingsForm form;
    private final RunViewModel run;
    private final AugmentationPreview augmentationPreview;
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper();

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
        form = new SettingsForm(engine.presets());
        run = new RunViewModel(engine, session, pulses, figurePulses, clock, form.newRate());
        augmentationPreview = new AugmentationPreview(form, session.data(), engine::augmented, pulses);
        form.onChange(this::check);
        session.data().addListener((source, before, now) -> check());
        session.runAsked().subscribe(asked -> {
            if (asked) {
                session.runAsked().set(false);
                start();
            }
        });
        check();
    }

    SettingsForm form() {
        return form;
    }

    AugmentationPreview augmentationPreview() {
        return augmentationPreview;
    }

    /** The run that is shown. */
    RunViewModel run() {
        return run;
    }

    /** Why no run can be started with these settings on this data, in a sentence; null if one can. */
    ReadOnlyStringProperty objection() {
        return objection.getReadOnlyProperty();
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
        if (run.state().get() == State.IDLE && objection.get() == null) {
            start(form.preset().get().name(), form.settings().orElseThrow(), form.grouping());
        }
    }

    /** Starts anew what diverged, with a smaller step. */
    void startAgain() {
        var diverged = run.divergence().get();
        if (run.state().get() == State.IDLE && diverged != null) {
            form.learningRate().text().set(RunViewModel.plain(diverged.again().recipe().optimizer().learningRate()));
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

    @FunctionalInterface
    private interface Starter {
        TrainingRun start(PartedDataset data, Consumer<TrainingEvent> listener);
    }

    private void startOne(String name, TrainingSettings settings, List<BatchBucket> earlier, Starter starter) {
        var started = new ActiveRun(name, session.data().get(), settings, Optional.empty(), clock);
        started.monitor().recall(earlier);
        var mailbox = new Mailbox<TrainingEvent>(pulses, events -> run.take(started, events));
        try {
            started.started(starter.start(started.data(), mailbox::post));
        } catch (RuntimeException failure) {
            session.report(failure);
            return;
        }
        run.begin(started);
    }

    private void startGroup(String name, TrainingSettings settings, Grouping grouping) {
        var started = new ActiveRun(name, session.data().get(), settings, Optional.of(grouping), clock);
        var mailbox = new Mailbox<GroupEvent>(pulses, events -> run.takeOfGroup(started, grouping, events));
        try {
            started.started(engine.startGroup(name, grouping, settings, started.data(), mailbox::post));
        } catch (RuntimeException failure) {
            session.report(failure);
            return;
        }
        run.begin(started);
    }
}
