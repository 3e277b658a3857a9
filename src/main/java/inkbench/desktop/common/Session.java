package inkbench.desktop.common;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

import inkbench.app.browse.ImageFilter;
import inkbench.app.browse.ImageSelection;
import inkbench.data.PartedDataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.task.Job;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What every place works on, shared by all of them, and how they tell the user about work and failures. Only for the FX
 * thread. Knows no nodes, so that view models can be tested without a window.
 */
public final class Session {
    private final ObjectProperty<PartedDataset> data = new SimpleObjectProperty<>();
    private final ObjectProperty<Model> model = new SimpleObjectProperty<>();
    private final ObjectProperty<LiveRun> liveRun = new SimpleObjectProperty<>();
    private final ObjectProperty<LiveProgress> liveProgress = new SimpleObjectProperty<>();
    private final BooleanProperty livePaused = new SimpleBooleanProperty();
    private final ObjectProperty<Evaluation> evaluation = new SimpleObjectProperty<>();
    private final ObservableList<FinishedRun> runs = FXCollections.observableArrayList();
    private final ObservableList<Job<?>> jobs = FXCollections.observableArrayList();
    private final ObjectProperty<String> problem = new SimpleObjectProperty<>();
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ObjectProperty<ImageSelection> shown = new SimpleObjectProperty<>();
    private final ObjectProperty<ImageFilter> askedFor = new SimpleObjectProperty<>();
    private final ObjectProperty<Evaluation> crossValidated = new SimpleObjectProperty<>();
    private final BooleanProperty runAsked = new SimpleBooleanProperty();
    private final StringProperty place = new SimpleStringProperty();
    private final Theme theme = new Theme();
    private final Executor fxThread;
    private Throwable problemCause;

    /** A session on the FX thread of this process. */
    public Session() {
        this(Platform::runLater);
    }

    /**
     * A session on a thread of the caller's choice.
     *
     * @param fxThread
     *            where results of jobs are handed on
     */
    public Session(Executor fxThread) {
        this.fxThread = fxThread;
        data.subscribe(
                open -> notices.removeIf(
                        notice -> notice.about() != null && (open == null || !open.hasImagesOf(notice.about()))));
    }

    /** How the window looks. */
    public Theme theme() {
        return theme;
    }

    /** Identity of the place that is shown; setting it goes there. Null until the window is made. */
    public StringProperty place() {
        return place;
    }

    /** The data set that is open; null before the first. */
    public ObjectProperty<PartedDataset> data() {
        return data;
    }

    /** The model that answers; null until the shipped one is loaded. */
    public ObjectProperty<Model> model() {
        return model;
    }

    /** Whether the run that is under way waits. */
    public BooleanProperty livePaused() {
        return livePaused;
    }

    /** The training run that is under way, or null. */
    public ObjectProperty<LiveRun> liveRun() {
        return liveRun;
    }

    /** How far the live run is, brought up to date a few times a second; null before its first batch and without one. */
    public ObjectProperty<LiveProgress> liveProgress() {
        return liveProgress;
    }

    /** The newest evaluation, or null. */
    public ObjectProperty<Evaluation> evaluation() {
        return evaluation;
    }

    /** Runs of this session, oldest first. */
    public ObservableList<FinishedRun> runs() {
        return runs;
    }

    /** Work under way, for the status bar. */
    public ObservableList<Job<?>> jobs() {
        return jobs;
    }

    /** The last failure in words, for the shell to show; null when the user has closed it. */
    public ObjectProperty<String> problem() {
        return problem;
    }

    /** What the user is told at the moment, oldest first. */
    public ObservableList<Notice> notices() {
        return notices;
    }

    /** Tells the user something, in place of what was told under the same name before. */
    public void tell(Notice notice) {
        untell(notice.id());
        notices.add(notice);
    }

    /** Takes back what was told under a name. */
    public void untell(String id) {
        notices.removeIf(notice -> notice.id().equals(id));
    }

    /** Those images of the open set that Data shows, as they are filtered and sorted; null while there are none. */
    public ObjectProperty<ImageSelection> shown() {
        return shown;
    }

    /** Which images of the open set another place wants Data to show; null as soon as Data does. */
    public ObjectProperty<ImageFilter> askedFor() {
        return askedFor;
    }

    /** What the last cross-validation read of all training images, each by the run that did not learn it; null before one. */
    public ObjectProperty<Evaluation> crossValidated() {
        return crossValidated;
    }

    /** Whether another place wants Train to start a run with the settings that it has; false as soon as Train has heard. */
    public BooleanProperty runAsked() {
        return runAsked;
    }

    /**
     * Shows a job in the status bar while it runs and hands on its result. A failure is told to the user; nothing is told
     * of a job that was cancelled.
     */
    public <T> void watch(Job<T> job, Consumer<T> onSuccess) {
        watch(job, onSuccess, () -> {});
    }

    /**
     * The same, and says when the job is over, well or badly.
     *
     * @param onEnd
     *            runs before {@code onSuccess}
     */
    public <T> void watch(Job<T> job, Consumer<T> onSuccess, Runnable onEnd) {
        watch(job, onSuccess, onEnd, failure -> false);
    }

    /**
     * The same, for somebody who knows what to do about some failures.
     *
     * @param handler
     *            says whether it has dealt with a failure; the user is told of others
     */
    public <T> void watch(Job<T> job, Consumer<T> onSuccess, Runnable onEnd, Predicate<Throwable> handler) {
        jobs.add(job);
        job.result().whenComplete((result, failure) -> fxThread.execute(() -> {
            jobs.remove(job);
            onEnd.run();
            if (failure == null) {
                onSuccess.accept(result);
            } else if (!handler.test(failure)) {
                report(failure);
            }
        }));
    }

    /** A failure in words; nothing for a cancellation. */
    public Optional<String> describe(Throwable failure) {
        return Failures.describe(failure);
    }

    /** Tells the user of a failure in words. */
    public void report(Throwable failure) {
        describe(failure).ifPresent(sentence -> {
            problemCause = failure;
            problem.set(sentence);
        });
    }

    /** What somebody who is asked for help wants to know of the last failure: the sentence, a code, where it happened. */
    public String problemDetails() {
        return Failures.details(problem.get(), problemCause);
    }
}
