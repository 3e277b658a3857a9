package inkbench.desktop.common.correction;

import java.util.Optional;
import java.util.function.Consumer;

import inkbench.app.correction.CorrectionsStore;
import inkbench.app.correction.LabelCorrections;
import inkbench.data.DataException;
import inkbench.data.PartedDataset;
import inkbench.data.correction.Correction;
import inkbench.data.correction.CorrectionHistory;
import inkbench.data.correction.CorrectionStep;
import inkbench.data.correction.Corrections;
import inkbench.data.correction.ImageKey;
import inkbench.desktop.common.Session;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The corrections of the open set, back and forth, for every place that corrects: all places work with the corrected set, and what is
 * corrected is saved at once. Only for the FX thread.
 */
public final class SetCorrections {
    /** Up to so many images are corrected at once, in less than a millisecond; more in the background. */
    private static final int AT_ONCE = 100_000;

    private final LabelCorrections library;
    private final Session session;
    private final Messages messages = Messages.of(SetCorrections.class);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Corrections> now = new ReadOnlyObjectWrapper<>(Corrections.NONE);
    private CorrectionsStore store;
    /** The set as it was opened. */
    private PartedDataset original;
    /** The open set without corrections: as it was opened, or split after that. */
    private PartedDataset uncorrected;
    private PartedDataset corrected;
    private CorrectionHistory history = new CorrectionHistory(Corrections.NONE);
    private Job<PartedDataset> applying;

    /** Corrections of what is open in a session. */
    public SetCorrections(LabelCorrections library, Session session) {
        this.library = library;
        this.session = session;
        session.data().subscribe(this::open);
    }

    /** Whether it is known what was corrected before, so that something can be. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** The corrections as they are. */
    public ReadOnlyObjectProperty<Corrections> now() {
        return now.getReadOnlyProperty();
    }

    /** What {@link #undo} takes back, in words; null for nothing. */
    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    /** What {@link #redo} does again, in words; null for nothing. */
    public ReadOnlyStringProperty redoName() {
        return redoName.getReadOnlyProperty();
    }

    /** Corrects an image in another way, or not at all; nothing happens before {@link #ready()}. */
    public void change(ImageKey image, Optional<Correction> correction) {
        var before = history.now();
        if (ready.get()) {
            history.change(image, correction);
        }
        if (history.now() != before) {
            apply(() -> {});
        }
    }

    /**
     * Takes the last change back.
     *
     * @param shown
     *            is told its image when the set has it as it was
     */
    public void undo(Consumer<ImageKey> shown) {
        history.undoable().filter(step -> ready.get()).ifPresent(step -> {
            history.undo();
            apply(() -> shown.accept(step.image()));
        });
    }

    /**
     * Does what was taken back once more.
     *
     * @param shown
     *            is told its image when the set has it so
     */
    public void redo(Consumer<ImageKey> shown) {
        history.redoable().filter(step -> ready.get()).ifPresent(step -> {
            history.redo();
            apply(() -> shown.accept(step.image()));
        });
    }

    private void open(PartedDataset set) {
        if (set != null && set == corrected) {
            return;
        }
        applying = null;
        corrected = set;
        uncorrected = set == null ? null : set.uncorrected();
        if (set != null && original != null
                && original.parts().values().containsAll(set.original().parts().values())) {
            // Other parts of the same images: what was corrected stays so.
            show(history.now().applyTo(uncorrected));
            return;
        }
        original = set == null ? null : set.original();
        // A set that was made of a corrected one, such as by inverting it, brings its corrections along.
        history = new CorrectionHistory(set == null ? Corrections.NONE : Corrections.in(set));
        nameSteps();
        ready.set(false);
        if (set != null) {
            find(library.storeOf(set));
        }
    }

    private void find(CorrectionsStore opened) {
        store = opened;
        session.watch(library.find(opened), found -> {
            if (store == opened) {
                found.problem().ifPresent(this::report);
                if (found.file().isPresent()) {
                    history = new CorrectionHistory(found.corrections());
                }
                applyToSet(() -> {});
            }
        }, () -> ready.set(ready.get() || store == opened));
    }

    private void report(String problem) {
        session.report(new DataException(messages.get("unused", problem)));
    }

    private void apply(Runnable whenShown) {
        var used = store;
        session.watch(library.save(used, history.now()), note -> note.ifPresent(
                sentence -> session.report(new DataException(sentence))));
        applyToSet(whenShown);
    }

    private void applyToSet(Runnable whenShown) {
        nameSteps();
        applying = null;
        if (uncorrected.size() <= AT_ONCE) {
            show(history.now().applyTo(uncorrected));
            whenShown.run();
            return;
        }
        var job = library.apply(uncorrected, history.now());
        applying = job;
        session.watch(job, set -> {
            if (job == applying) {
                show(set);
                whenShown.run();
            }
        });
    }

    private void show(PartedDataset set) {
        corrected = set;
        session.data().set(set);
    }

    private void nameSteps() {
        now.set(history.now());
        undoName.set(history.undoable().map(this::name).orElse(null));
        redoName.set(history.redoable().map(this::name).orElse(null));
    }

    /** A step in a few words, such as {@code label 9 for train #17}. */
    private String name(CorrectionStep step) {
        var image = messages.get("image", messages.get("part." + step.image().part().name()), step.image().index());
        return switch (step.after().orElse(null)) {
            case null -> messages.get("step.restore", image);
            case Correction.Relabel relabel -> messages.get(
                    "step.relabel",
                    image,
                    uncorrected.first().classNames().get(relabel.label()));
            case Correction.Confirm confirm -> messages.get("step.confirm", image);
            case Correction.Exclude exclude -> messages.get("step.exclude", image);
        };
    }
}
