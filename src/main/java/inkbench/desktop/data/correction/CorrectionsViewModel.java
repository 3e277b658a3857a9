package inkbench.desktop.data.correction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import inkbench.data.correction.Correction;
import inkbench.data.correction.ImageKey;
import inkbench.desktop.common.correction.ClassKeys;
import inkbench.desktop.common.correction.SetCorrections;
import inkbench.desktop.data.selection.ImagesViewModel;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** Corrects the chosen image: its label, or whether it belongs to the set. Only for the FX thread. */
public final class CorrectionsViewModel {
    private final SetCorrections corrections;
    private final ImagesViewModel images;

    /** A view model of the image that is chosen. */
    public CorrectionsViewModel(SetCorrections corrections, ImagesViewModel images) {
        this.corrections = corrections;
        this.images = images;
    }

    /** Whether it is known what was corrected before, so that something can be. */
    public ReadOnlyBooleanProperty ready() {
        return corrections.ready();
    }

    /** What {@link #undo()} takes back, in words; null for nothing. */
    public ReadOnlyStringProperty undoName() {
        return corrections.undoName();
    }

    /** What {@link #redo()} does again, in words; null for nothing. */
    public ReadOnlyStringProperty redoName() {
        return corrections.redoName();
    }

    /** Whether an image is chosen that can get another label. */
    public boolean canRelabel() {
        return canExclude() && images.collection().get().labelled();
    }

    /** Whether an image is chosen that can be taken out. */
    public boolean canExclude() {
        return ready().get() && images.selected().get() != ImagesViewModel.NONE;
    }

    /** Whether an image is chosen that was corrected. */
    public boolean canRestore() {
        return canExclude() && corrections.now().get().of(chosen()).isPresent();
    }

    /** What the classes are called; none while nothing is open or it has no labels. */
    public List<String> classNames() {
        var all = images.collection().get();
        return all == null || !all.labelled() ? List.of() : all.classNames();
    }

    /** The key that gives a class, empty where it has none. */
    public String keyOf(int label) {
        return new ClassKeys(classNames()).of(label);
    }

    /** The class of a key. */
    public OptionalInt classOf(String key) {
        return new ClassKeys(classNames()).classOf(key);
    }

    /** Gives the chosen image another label. */
    public void relabel(int label) {
        if (canRelabel()) {
            boolean asRead = images.collection().get().givenLabel(images.selected().get()) == label;
            corrections.change(chosen(), asRead ? Optional.empty() : Optional.of(new Correction.Relabel(label)));
        }
    }

    /** Takes the chosen image out of the set. */
    public void exclude() {
        if (canExclude()) {
            corrections.change(chosen(), Optional.of(new Correction.Exclude()));
        }
    }

    /** Makes the chosen image what it was when it was read. */
    public void restore() {
        if (canRestore()) {
            corrections.change(chosen(), Optional.empty());
        }
    }

    /** Takes the last change back and chooses its image. */
    public void undo() {
        corrections.undo(this::choose);
    }

    /** Does what was taken back once more and chooses its image. */
    public void redo() {
        corrections.redo(this::choose);
    }

    private ImageKey chosen() {
        var all = images.collection().get();
        int position = images.selected().get();
        return new ImageKey(all.set().originalPart(all.part(position)), all.sourceIndex(position));
    }

    private void choose(ImageKey wanted) {
        var all = images.collection().get();
        if (all == null) {
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
}
