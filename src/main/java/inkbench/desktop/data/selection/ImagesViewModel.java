package inkbench.desktop.data.selection;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import inkbench.app.browse.Browsing;
import inkbench.app.browse.ImageCollection;
import inkbench.app.browse.ImageFilter;
import inkbench.app.browse.ImageOrder;
import inkbench.app.browse.ImageSelection;
import inkbench.app.browse.Predictions;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.evaluation.Evaluation;
import inkbench.statistics.MeanDistances;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which images of the open set are looked at, in what order, and which one is chosen: what all cards of the place share.
 * Only for the FX thread.
 */
public final class ImagesViewModel {
    /** No image. */
    public static final int NONE = -1;
    /** Up to so many images are filtered at once, in less than a millisecond; more are filtered in the background. */
    private static final int AT_ONCE = 100_000;

    private final Browsing browsing;
    private final Session session;
    private final Messages messages = Messages.of(ImagesViewModel.class);
    private final ReadOnlyObjectWrapper<ImageCollection> collection = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<ImageFilter> filter = new SimpleObjectProperty<>(ImageFilter.NONE);
    private final ObjectProperty<ImageOrder> order = new SimpleObjectProperty<>(ImageOrder.INDEX);
    private final ReadOnlyObjectWrapper<ImageSelection> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private Optional<MeanDistances> distances = Optional.empty();
    private Job<Browsing.Found> finding;
    /** Several things change at once, and the images are looked for when all of them have. */
    private boolean changing;
    /** Where the chosen image was among those shown, while they are looked for anew because the set was corrected. */
    private int heldPlace = NONE;

    /** A view model of what is open in a session. */
    public ImagesViewModel(Browsing browsing, Session session) {
        this.browsing = browsing;
        this.session = session;
        session.data().subscribe(this::open);
        session.evaluation().subscribe(answers -> take(answers));
        filter.subscribe((before, now) -> find());
        order.subscribe((before, now) -> find());
        session.askedFor().subscribe(wanted -> {
            if (wanted != null) {
                filter.set(wanted);
                session.askedFor().set(null);
            }
        });
    }

    /** All images of the open set; null while none is open. */
    public ReadOnlyObjectProperty<ImageCollection> collection() {
        return collection.getReadOnlyProperty();
    }

    /** Which of them are looked at. */
    public ObjectProperty<ImageFilter> filter() {
        return filter;
    }

    /** In what order. */
    public ObjectProperty<ImageOrder> order() {
        return order;
    }

    /** Those that pass the filter, in the order; those before while others are looked for. Null while no set is open. */
    public ReadOnlyObjectProperty<ImageSelection> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether others are being looked for. */
    public ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /** The position in the collection of the chosen image, or {@link #NONE}. */
    public IntegerProperty selected() {
        return selected;
    }

    /** Shows only a label's images, or all again where these were the only ones. */
    public void toggleOnly(int label) {
        var only = Set.of(label);
        var now = filter.get();
        filter.set(now.withLabels(now.labels().equals(only) ? Set.of() : only));
    }

    /** Adds a label to those shown, or takes it away. */
    public void toggle(int label) {
        filter.set(filter.get().withLabels(ImageFilter.toggled(filter.get().labels(), label)));
    }

    /** Shows only a writer's images, or all again where these were the only ones. */
    public void toggleOnlyWriter(String writer) {
        var only = Set.of(writer);
        var now = filter.get();
        filter.set(now.withWriters(now.writers().equals(only) ? Set.of() : only));
    }

    /** How far an image is from the mean of its class, where that was computed. */
    public Optional<Float> distance(int position) {
        return distances.filter(known -> !collection.get().excluded(position)).map(known -> known.distance(position));
    }

    /** The distances of all images of the collection, where they were computed. */
    public Optional<MeanDistances> distances() {
        return distances;
    }

    /** How many images are shown out of how many. */
    public String countText() {
        var images = shown.get();
        if (images == null) {
            return "";
        }
        boolean excluded = filter.get().change() == ImageFilter.Change.EXCLUDED;
        int all = excluded ? images.collection().positions() : images.collection().size();
        return filter.get().equals(ImageFilter.NONE)
                ? messages.get("count", all)
                : messages.get("count.filtered", images.size(), all);
    }

    /** An image of the collection in words: its part, its number, its label and what it was read as. */
    public String describe(int position) {
        var images = collection.get();
        var words = messages.get(
                images.parts().size() > 1 ? "image.ofPart" : "image",
                messages.get("part." + images.part(position).name()),
                images.sourceIndex(position));
        if (images.labelled()) {
            words += messages.get(
                    images.relabelled(position) ? "image.relabelled" : "image.label",
                    images.classNames().get(images.label(position)),
                    images.classNames().get(images.givenLabel(position)));
        }
        if (images.excluded(position)) {
            words += messages.get("image.excluded");
        }
        if (images.predicted(position)) {
            words += messages.get(
                    "image.read",
                    images.classNames().get(images.prediction(position)),
                    images.confidence(position));
        }
        return words;
    }

    /** What a part is called. */
    public String partName(Part part) {
        return messages.get("part." + part.name());
    }

    private void open(PartedDataset set) {
        var before = collection.get();
        changing = true;
        distances = Optional.empty();
        if (set != null && before != null && set.hasImagesOf(before.set())) {
            correct(before, set);
        } else {
            heldPlace = NONE;
            selected.set(NONE);
            filter.set(ImageFilter.NONE);
            collection.set(set == null ? null : withAnswers(set));
        }
        keepPossible();
        changing = false;
        find();
    }

    /** Takes other corrections of the same images: what is looked at and what is chosen stays, as far as it is there. */
    private void correct(ImageCollection before, PartedDataset set) {
        int chosen = selected.get();
        var now = withAnswers(set);
        if (chosen != NONE) {
            var images = shown.get();
            heldPlace = images != null && images.collection() == before ? images.find(chosen) : heldPlace;
            chosen = now.find(before.part(chosen), before.sourceIndex(chosen));
        }
        collection.set(now);
        selected.set(chosen);
    }

    private ImageCollection withAnswers(PartedDataset set) {
        return ImageCollection.of(set).with(answers(set, session.evaluation().get()));
    }

    /** Shows other images. If a correction has taken the chosen one out of them, the one that has its place is chosen. */
    private void show(ImageSelection images) {
        int place = heldPlace;
        heldPlace = NONE;
        shown.set(images);
        if (place != NONE && images.find(selected.get()) < 0) {
            selected.set(images.size() == 0 ? NONE : images.position(Math.min(place, images.size() - 1)));
        }
    }

    private void take(Evaluation evaluation) {
        var images = collection.get();
        if (images == null) {
            return;
        }
        changing = true;
        collection.set(images.with(answers(images.set(), evaluation)));
        keepPossible();
        changing = false;
        find();
    }

    /** An evaluation says something of a part if all its images were read, whatever their labels were. */
    private static Map<Part, Predictions> answers(PartedDataset set, Evaluation evaluation) {
        var answers = new EnumMap<Part, Predictions>(Part.class);
        if (evaluation != null) {
            set.parts()
                    .forEach((part, images) -> evaluation.on(images)
                            .ifPresent(found -> answers.put(part, Predictions.of(found))));
        }
        return answers;
    }

    private void keepPossible() {
        var images = collection.get();
        if (images == null || !order.get().possible(images)) {
            order.set(ImageOrder.INDEX);
        }
        if (images == null || !images.predicted()) {
            filter.set(filter.get().withoutAnswers());
        }
    }

    private void find() {
        if (changing) {
            return;
        }
        if (finding != null) {
            finding.cancel();
            finding = null;
            searching.set(false);
        }
        var images = collection.get();
        boolean whole = filter.get().equals(ImageFilter.NONE);
        if (images == null) {
            shown.set(null);
        } else if (order.get() == ImageOrder.INDEX && (whole || images.size() <= AT_ONCE)) {
            show(Browsing.filter(images, filter.get()));
        } else {
            findInBackground(images);
        }
    }

    private void findInBackground(ImageCollection images) {
        var job = browsing.find(images, filter.get(), order.get(), distances);
        finding = job;
        searching.set(true);
        session.watch(job, found -> {
            if (job == finding) {
                distances = found.distances();
                show(found.images());
            }
        }, () -> {
            if (job == finding) {
                searching.set(false);
            }
        });
    }
}
