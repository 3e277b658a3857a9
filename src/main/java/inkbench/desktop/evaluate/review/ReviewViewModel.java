package inkbench.desktop.evaluate.review;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import inkbench.app.review.LabelReviews;
import inkbench.app.review.ReviewedLabels;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.correction.Correction;
import inkbench.data.correction.ImageKey;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.correction.ClassKeys;
import inkbench.desktop.common.correction.SetCorrections;
import inkbench.task.Job;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The labels that deserve a second look, and what is decided of each. A review lasts as long as the set is open: decisions change the
 * set, not the list. Only for the FX thread.
 */
public final class ReviewViewModel {
    private static final int NONE = -1;

    private final LabelReviews library;
    private final SetCorrections corrections;
    private final Session session;
    private final ObservableValue<Part> part;
    private final ObjectProperty<ReviewSource> source = new SimpleObjectProperty<>(ReviewSource.MODELS);
    private final ReadOnlyObjectWrapper<Reviewed> reviewed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Job<ReviewedLabels>> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final ReadOnlyBooleanWrapper crossValidated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trainable = new ReadOnlyBooleanWrapper();

    /**
     * Nothing was reviewed yet.
     *
     * @param part
     *            the part of the open set that is looked at
     */
    public ReviewViewModel(
            LabelReviews library,
            SetCorrections corrections,
            Session session,
            ObservableValue<Part> part) {
        this.library = library;
        this.corrections = corrections;
        this.session = session;
        this.part = part;
        session.data().subscribe(this::open);
        session.crossValidated().subscribe(answers -> checkFolds());
        session.liveRun().subscribe(run -> checkTrainable());
        corrections.now().subscribe(now -> checkTrainable());
    }

    /** Who is to read the images. */
    ObjectProperty<ReviewSource> source() {
        return source;
    }

    /** The newest review; null for none. */
    ReadOnlyObjectProperty<Reviewed> reviewed() {
        return reviewed.getReadOnlyProperty();
    }

    /** The review under way, or null. */
    ReadOnlyObjectProperty<Job<ReviewedLabels>> job() {
        return job.getReadOnlyProperty();
    }

    /** How much of it is done, 0…1; negative without one. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** The doubt that is looked at, by its rank from 0; −1 for none. */
    IntegerProperty selected() {
        return selected;
    }

    /** Whether a run can be started on what was corrected. */
    ReadOnlyBooleanProperty trainable() {
        return trainable.getReadOnlyProperty();
    }

    SetCorrections corrections() {
        return corrections;
    }

    /** Whether the open set was cross-validated in this session. */
    ReadOnlyBooleanProperty crossValidated() {
        return crossValidated.getReadOnlyProperty();
    }

    private void checkFolds() {
        crossValidated.set(foldsPart().isPresent());
        if (!crossValidated.get()) {
            source.set(ReviewSource.MODELS);
        }
    }

    private Optional<Part> foldsPart() {
        var answers = session.crossValidated().get();
        var set = session.data().get();
        if (answers == null || set == null) {
            return Optional.empty();
        }
        return set.parts()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().original() == answers.dataset().original())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Brings {@link #progress()} up to date. */
    void poll() {
        progress.set(job.get() == null ? -1 : job.get().fraction());
    }

    /** Looks through the labels, in the background. */
    void review() {
        var set = session.data().get();
        if (set == null || job.get() != null) {
            return;
        }
        if (source.get() == ReviewSource.FOLDS) {
            foldsPart().ifPresent(folds -> begin(set, folds, () -> library.review(session.crossValidated().get())));
        } else if (part.getValue() != null) {
            var images = set.part(part.getValue());
            images.ifPresent(found -> begin(set, part.getValue(), () -> library.review(found)));
        }
    }

    private void begin(PartedDataset set, Part reviewedPart, Supplier<Job<ReviewedLabels>> work) {
        var started = work.get();
        job.set(started);
        session.watch(started, found -> {
            if (session.data().get() != null && session.data().get().hasImagesOf(set)) {
                reviewed.set(Reviewed.of(set, reviewedPart, found));
                selected.set(nextOpen(NONE));
            }
        }, () -> {
            if (job.get() == started) {
                job.set(null);
                poll();
            }
        });
    }

    /** Gives the review up. */
    void cancel() {
        if (job.get() != null) {
            job.get().cancel();
        }
    }

    /** What was decided of a doubt, by its rank; nothing while that is open. */
    Optional<Correction> decision(int rank) {
        return corrections.now().get().of(reviewed.get().key(rank));
    }

    /** Gives the image the label that is suggested. */
    void accept() {
        if (chosen()) {
            relabel(reviewed.get().doubt(selected.get()).suggested());
        }
    }

    /** Gives the image a label; the one that it has in the file is what it has without a correction. */
    void relabel(int label) {
        if (chosen()) {
            int asRead = reviewed.get().images().givenLabel(selected.get());
            decide(Optional.of(label == asRead ? new Correction.Confirm() : new Correction.Relabel(label)));
        }
    }

    /** The class of a key, if it has one. */
    OptionalInt classOf(String key) {
        return reviewed.get() == null
                ? OptionalInt.empty()
                : new ClassKeys(reviewed.get().images().classNames()).classOf(key);
    }

    /** The label is right as it stands in the file. */
    void keep() {
        decide(Optional.of(new Correction.Confirm()));
    }

    /** Takes the image out of the set. */
    void exclude() {
        decide(Optional.of(new Correction.Exclude()));
    }

    /** Leaves the doubt open again. */
    void reopen() {
        if (chosen()) {
            corrections.change(reviewed.get().key(selected.get()), Optional.empty());
        }
    }

    /** Takes back what was last decided, and shows its image. */
    void undo() {
        corrections.undo(this::choose);
    }

    /** Decides once more what was taken back, and shows its image. */
    void redo() {
        corrections.redo(this::choose);
    }

    /** Starts a run on the set as it was corrected, with the settings of Train. */
    void trainAgain() {
        if (trainable.get()) {
            session.place().set("train");
            session.runAsked().set(true);
        }
    }

    private boolean chosen() {
        return reviewed.get() != null && selected.get() >= 0 && corrections.ready().get();
    }

    private void decide(Optional<Correction> decision) {
        if (chosen()) {
            int rank = selected.get();
            corrections.change(reviewed.get().key(rank), decision);
            int next = nextOpen(rank);
            selected.set(next == NONE ? rank : next);
        }
    }

    private int nextOpen(int rank) {
        for (int next = rank + 1; next < reviewed.get().size(); next++) {
            if (decision(next).isEmpty()) {
                return next;
            }
        }
        return NONE;
    }

    private void choose(ImageKey image) {
        int rank = reviewed.get() == null ? NONE : reviewed.get().find(image);
        if (rank != NONE) {
            selected.set(rank);
        }
    }

    private void open(PartedDataset set) {
        var shown = reviewed.get();
        if (shown != null && (set == null || !set.hasImagesOf(shown.set()))) {
            selected.set(NONE);
            reviewed.set(null);
        }
        checkFolds();
    }

    private void checkTrainable() {
        boolean changed = corrections.now()
                .get()
                .byImage()
                .values()
                .stream()
                .anyMatch(correction -> !(correction instanceof Correction.Confirm));
        trainable.set(changed && session.liveRun().get() == null);
    }
}
