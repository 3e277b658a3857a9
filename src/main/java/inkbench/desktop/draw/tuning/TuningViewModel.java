package inkbench.desktop.draw.tuning;

import java.util.List;

import inkbench.app.tuning.PersonalModels.Trial;
import inkbench.app.tuning.TunedModel.Change;
import inkbench.desktop.common.Session;
import inkbench.model.Model;
import inkbench.store.drawing.KeptDigit;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/**
 * Teaches the session's model the user's digits, shows what came of it, and keeps or drops the result. Only for the FX thread.
 */
public final class TuningViewModel {
    /** Fewer can't be measured: each fifth is read by a model that has learned the others. */
    static final int MEASURABLE = 5;
    /** A loss of this share of the test images is worth a warning. */
    private static final double FORGETTING = 0.002;

    private final Messages messages = Messages.of(TuningViewModel.class);
    private final ObservableList<KeptDigit> digits;
    private final Tuner tuner;
    private final Session session;
    private final ReadOnlyObjectWrapper<Trial> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper();
    private Job<Trial> job;
    /** The model that read before the one that was kept. */
    private Model before;

    /** Teaches from a list of digits. */
    public TuningViewModel(ObservableList<KeptDigit> digits, Tuner tuner, Session session) {
        this.digits = digits;
        this.tuner = tuner;
        this.session = session;
        digits.subscribe(this::describe);
        session.model().subscribe(model -> describe());
        trial.subscribe(found -> describe());
    }

    /** What waits to be kept or dropped; null where nothing does. */
    ReadOnlyObjectProperty<Trial> trial() {
        return trial.getReadOnlyProperty();
    }

    /** Whether a model is being tuned. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether there is something to teach, and somebody to learn it. */
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Whether a model was kept that can make way for the one of before. */
    ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** Where things stand, in a sentence. */
    ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    /** How far the tuning is, 0…1. */
    double fraction() {
        return job == null ? 0 : job.fraction();
    }

    void start() {
        if (!ready.get() || running.get()) {
            return;
        }
        var model = session.model().get();
        trial.set(null);
        job = tuner.tune(model, List.copyOf(digits));
        running.set(true);
        describe();
        session.watch(job, trial::set, () -> {
            running.set(false);
            job = null;
            describe();
        });
    }

    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    /** Has the tuned model read from now on, and keeps it as a file. */
    void keep() {
        var kept = trial.get();
        if (kept == null) {
            return;
        }
        var model = kept.tuned().model();
        session.watch(tuner.keep(model), file -> {
            before = session.model().get();
            trial.set(null);
            session.model().set(model);
            undoable.set(true);
            remark.set(messages.get("kept"));
        });
    }

    /** Forgets the tuned model. */
    void drop() {
        trial.set(null);
    }

    /** Has the model of before read again; the file of the tuned one stays. */
    void undo() {
        if (undoable.get()) {
            undoable.set(false);
            session.model().set(before);
            before = null;
            describe();
        }
    }

    private void describe() {
        var model = session.model().get();
        ready.set(model != null && !digits.isEmpty());
        if (running.get()) {
            remark.set(messages.get("running", model == null ? "" : model.name()));
        } else if (trial.get() != null) {
            remark.set(verdict(trial.get()));
        }
    }

    private String verdict(Trial of) {
        var test = of.tuned().test();
        var forgotten = test.gain() < -FORGETTING
                ? messages.get("forgets", of.rehearsed())
                : messages.get("remembers", of.rehearsed());
        return measured(of.tuned().own()) ? forgotten : messages.get("unmeasured", MEASURABLE, forgotten);
    }

    /** Whether there were digits enough to say something about them. */
    static boolean measured(Change change) {
        return !Double.isNaN(change.after());
    }
}
