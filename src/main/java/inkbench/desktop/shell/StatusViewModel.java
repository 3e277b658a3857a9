package inkbench.desktop.shell;

import java.time.Duration;

import inkbench.desktop.common.LiveProgress;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.common.Session;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableStringValue;

/** The work under way in a line of words. */
final class StatusViewModel {
    /** What a progress bar shows while nothing is known. */
    static final double UNKNOWN = -1;

    private final Session session;
    private final Messages messages = Messages.of(StatusViewModel.class);
    private final ObservableStringValue training;
    private final ObservableDoubleValue trainingFraction;
    private final ObservableBooleanValue isTraining;

    StatusViewModel(Session session) {
        this.session = session;
        isTraining = session.liveRun().isNotNull();
        training = Bindings.createStringBinding(this::describeTraining, session.liveRun(), session.liveProgress(),
                session.livePaused());
        trainingFraction = Bindings.createDoubleBinding(() -> {
            var progress = session.liveProgress().get();
            return progress == null ? UNKNOWN : progress.fraction();
        }, session.liveProgress());
    }

    /** Whether a run is under way. */
    ObservableBooleanValue isTraining() {
        return isTraining;
    }

    /** The run under way, such as {@code cnn · epoch 4/12 · loss 0.041 · 2,610 images/s · 3 min left}. */
    ObservableStringValue training() {
        return training;
    }

    /** How much of the run is done, 0…1; negative while that is not known. */
    ObservableDoubleValue trainingFraction() {
        return trainingFraction;
    }

    /** Whether the run under way waits. */
    ReadOnlyBooleanProperty paused() {
        return session.livePaused();
    }

    /** Lets the run wait after the batch at hand, or go on if it waits. */
    void pauseOrResume() {
        var live = session.liveRun().get();
        if (live != null && session.livePaused().get()) {
            live.controls().resume();
        } else if (live != null) {
            live.controls().pause();
        }
    }

    /** Ends the run after the batch at hand. */
    void stopTraining() {
        var live = session.liveRun().get();
        if (live != null) {
            live.controls().stop();
        }
    }

    /** A job with the time that is left, if that can be said. */
    String describe(Job<?> job) {
        return job.remaining()
                .map(left -> messages.get("status.job", job.title(), describe(left)))
                .orElse(job.title());
    }

    private String describeTraining() {
        LiveRun live = session.liveRun().get();
        LiveProgress progress = session.liveProgress().get();
        if (live == null) {
            return "";
        }
        if (progress == null) {
            return messages.get("status.training.starting", live.name());
        }
        if (session.livePaused().get()) {
            return messages.get(
                    "status.training.paused",
                    live.name(),
                    progress.epoch(),
                    progress.epochs(),
                    progress.loss());
        }
        return messages.get(
                "status.training",
                live.name(),
                progress.epoch(),
                progress.epochs(),
                progress.loss(),
                progress.samplesPerSecond(),
                describe(Duration.ofMillis(Math.round(progress.remainingSeconds() * 1000))));
    }

    private String describe(Duration left) {
        long seconds = Math.max(1, (left.toMillis() + 999) / 1000);
        if (seconds < 60) {
            return messages.get("status.left.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60
                ? messages.get("status.left.minutes", minutes)
                : messages.get("status.left.hours", minutes / 60, minutes % 60);
    }
}
