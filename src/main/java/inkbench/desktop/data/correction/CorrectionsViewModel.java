package inkbench.desktop.data.correction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Corrects the labels of the open set and takes images out of it, back and forth: every place works with the corrected set,
 * and what is corrected is saved at once. Only for the FX thread.
 */
public final class CorrectionsViewModel {
    /** Up to so many images are corrected at once, in less than a millisecond; more in the background. */
    private static final int AT_ONCE = 100_000;
    private static final int KEYS_BY_NUMBER = 10;

    private final LabelCorrections library;
    private final Session session;
    private final ImagesViewModel images;
    private final Messages messages = Messages.of(CorrectionsViewModel.class);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper();
    private CorrectionsStore store;
    /** The set as it was opened. */
    private PartedDataset original;
    /** The open set without corrections: as it was opened, or split after that. */
    private PartedDataset uncorrected;
    private PartedDataset corrected;
    private CorrectionHistory history = new CorrectionHistory(Corrections.NONE);
    private Job<PartedDataset> applying;

    /** A view model of what is open in a session. */
    public CorrectionsViewModel(LabelCorrections library, Session session, ImagesViewModel images) {
        this.library = library;
        this.session = session;
        this.images = images;
        session.data().subscribe(this::open);
    }

    /** Whether it is known what was corrected before, so that something can be. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** What {@link #undo()} takes back, in words; null for nothing. */
    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    /** What {@link #redo()} does again, in words; null for nothing. */
    public ReadOnlyStringProperty redoName() {
        return redoName.getReadOnlyProperty();
    }

    /** Whether an image is chosen that can get another label. */
    public boolean canRelabel() {
        return canExclude() && images.collection().get().labelled();
    }

    /** Whether an image is chosen that can be taken out. */
    public boolean canExclude() {
        return ready.get() && images.selected().get() != ImagesViewModel.NONE;
    }

    /** Whether an image is chosen that was corrected. */
    public boolean canRestore() {
        return canExclude() && history.now().of(chosen()).isPresent();
    }

    /** What the classes are called; none while nothing is open or it has no labels. */
    public List<String> classNames() {
        var all = images.collection().get();
        return all == null || !all.labelled() ? List.of() : all.classNames();
    }

    /** The key that gives a class: its name where that is one character, else its number; empty where it has none. */
    public String keyOf(int label) {
        var name = classNames().get(label);
        if (name.length() == 1) {
            return name;
        }
        var number = Integer.toString(label);
        return label < KEYS_BY_NUMBER && !classNames().contains(number) ? number : "";
    }

    /** The class of a key; a small letter stands for a capital one where no class has both. */
    public OptionalInt classOf(String key) {
        var keys = IntStream.range(0, classNames().size()).mapToObj(this::keyOf).toList();
        if (keys.contains(key) && !key.isEmpty()) {
            return OptionalInt.of(keys.indexOf(key));
        }
        var alike = IntStream.range(0, keys.size()).filter(i -> keys.get(i).equalsIgnoreCase(key)).toArray();
        return alike.length == 1 && !key.isEmpty() ? OptionalInt.of(alike[0]) : OptionalInt.empty();
    }

    /** Gives the chosen image another label. */
    public void relabel(int label) {
        if (canRelabel()) {
            boolean asRead = images.collection().get().givenLabel(images.selected().get()) == label;
            change(asRead ? Optional.empty() : Optional.of(new Correction.Relabel(label)));
        }
    }

    /** Takes the chosen image out of the set. */
    public void exclude() {
        if (canExclude()) {
            change(Optional.of(new Correction.Exclude()));
        }
    }

    /** Makes the chosen image what it was when it was read. */
    public void restore() {
        if (canRestore()) {
            change(Optional.empty());
        }
    }

    /** Takes the last change back and chooses its image. */
    public void undo() {
        history.undoable().filter(step -> ready.get()).ifPresent(step -> {
            history.undo();
            apply(step.image());
        });
    }

    /** Does what was taken back once more and chooses its image. */
    public void redo() {
        history.redoable().filter(step -> ready.get()).ifPresent(step -> {
            history.redo();
            apply(step.image());
        });
    }

    private void change(Optional<Correction> correction) {
        var before = history.now();
        history.change(chosen(), correction);
        if (history.now() != before) {
            apply(null);
        }
    }

    private ImageKey chosen() {
        var all = images.collection().get();
        int position = images.selected().get();
        return new ImageKey(all.set().originalPart(all.part(position)), all.sourceIndex(position));
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
                applyToSet(null);
            }
        }, () -> ready.set(ready.get() || store == opened));
    }

    private void report(String problem) {
        session.report(new DataException(messages.get("unused", problem)));
    }

    private void apply(ImageKey wanted) {
        var used = store;
        session.watch(library.save(used, history.now()), note -> note.ifPresent(
                sentence -> session.report(new DataException(sentence))));
        applyToSet(wanted);
    }

    private void applyToSet(ImageKey wanted) {
        nameSteps();
        applying = null;
        if (uncorrected.size() <= AT_ONCE) {
            show(history.now().applyTo(uncorrected));
            choose(wanted);
            return;
        }
        var job = library.apply(uncorrected, history.now());
        applying = job;
        session.watch(job, set -> {
            if (job == applying) {
                show(set);
                choose(wanted);
            }
        });
    }

    private void show(PartedDataset set) {
        corrected = set;
        session.data().set(set);
    }

    private void choose(ImageKey wanted) {
        var all = images.collection().get();
        if (wanted == null || all == null) {
            return;
        }
        for (var part : all.parts()) {
            int position = all.set().originalPart(part) == wanted.part() ? all.find(part, wanted.index()) : -1;
            if (position >= 0) {
                images.selected().set(position);
                return;
            }
        }
    }

    private void nameSteps() {
        undoName.set(history.undoable().map(this::name).orElse(null));
        redoName.set(history.redoable().map(this::name).orElse(null));
    }

    /** A step in a few words, such as {@code label 9 for train #17}. */
    private String name(CorrectionStep step) {
        var image = messages.get("image", images.partName(step.image().part()), step.image().index());
        return switch (step.after().orElse(null)) {
            case null -> messages.get("step.restore", image);
            case Correction.Relabel relabel -> messages.get(
                    "step.relabel",
                    image,
                    uncorrected.first().classNames().get(relabel.label()));
            case Correction.Exclude exclude -> messages.get("step.exclude", image);
        };
    }
}
