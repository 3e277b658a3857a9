package inkbench.desktop.shell.opening;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import inkbench.data.Part;
import inkbench.data.format.npz.NpzArray;
import inkbench.data.format.npz.NpzKeys;
import inkbench.data.format.source.PartName;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which arrays of an {@code .npz} are the images of a part, and which their labels. Only for the FX thread. */
final class ArraysChoice {
    /** The parts that can be chosen for. */
    static final List<Part> PARTS = List.of(Part.TRAIN, Part.TEST);

    private final Messages messages = Messages.of(ArraysChoice.class);
    private final List<NpzArray> arrays;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TRAIN);
    private final Map<Part, Chosen> chosen = new EnumMap<>(Part.class);
    private final ReadOnlyObjectWrapper<Optional<NpzKeys>> keys = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** A choice that begins with what the names tell. */
    ArraysChoice(List<NpzArray> arrays) {
        this.arrays = List.copyOf(arrays);
        PARTS.forEach(of -> chosen.put(of, guess(of)));
        update();
    }

    private record Chosen(Optional<NpzArray> images, Optional<NpzArray> labels) {}

    private Chosen guess(Part of) {
        var ofPart = arrays.stream().filter(array -> PartName.of(array.name()) == of).toList();
        var images = ofPart.stream().filter(NpzArray::images).findFirst();
        var labels = images
                .flatMap(found -> ofPart.stream().filter(array -> array.labelsOf(found.count())).findFirst());
        return new Chosen(images, labels);
    }

    /** The part whose arrays are being chosen. */
    ObjectProperty<Part> part() {
        return part;
    }

    /** What there is, in the order of the file. */
    List<NpzArray> arrays() {
        return arrays;
    }

    /** The part's images; nothing for none. */
    Optional<NpzArray> images() {
        return chosen.get(part.get()).images();
    }

    /** The labels of the part's images; nothing for none. */
    Optional<NpzArray> labels() {
        return chosen.get(part.get()).labels();
    }

    /** Takes an array for the part's images, or none, and keeps the labels where they still fit. */
    void chooseImages(Optional<NpzArray> images) {
        if (images.flatMap(this::imagesObjection).isEmpty()) {
            var labels = labels().filter(array -> images.isPresent() && array.labelsOf(images.get().count()));
            chosen.put(part.get(), new Chosen(images, labels));
            update();
        }
    }

    /** Takes an array for the part's labels, or none. */
    void chooseLabels(Optional<NpzArray> labels) {
        if (labels.flatMap(this::labelsObjection).isEmpty()) {
            chosen.put(part.get(), new Chosen(images(), labels));
            update();
        }
    }

    /** Why an array can't be images, in a few words. */
    Optional<String> imagesObjection(NpzArray array) {
        if (array.type().isEmpty()) {
            return Optional.of(messages.get("arrays.unreadable"));
        }
        return array.images() ? Optional.empty() : Optional.of(messages.get("arrays.images.not"));
    }

    /** Why an array can't be the labels of the part's images, in a few words. */
    Optional<String> labelsObjection(NpzArray array) {
        if (array.type().isEmpty()) {
            return Optional.of(messages.get("arrays.unreadable"));
        }
        if (images().isEmpty()) {
            return Optional.of(messages.get("arrays.labels.noImages"));
        }
        long count = images().get().count();
        return array.labelsOf(count) ? Optional.empty() : Optional.of(messages.get("arrays.labels.not", count));
    }

    /** Type and shape of an array, such as {@code uint8 (60000, 28, 28)}. */
    String describe(NpzArray array) {
        if (array.type().isEmpty()) {
            return "";
        }
        var sizes = array.shape().stream().map(Object::toString).collect(Collectors.joining(", "));
        return messages.get("arrays.array", array.type().get(), array.shape().size() == 1 ? sizes + "," : sizes);
    }

    /** What was chosen for all parts; nothing where there are no images yet. */
    ReadOnlyObjectProperty<Optional<NpzKeys>> keys() {
        return keys.getReadOnlyProperty();
    }

    private void update() {
        var pairs = new EnumMap<Part, NpzKeys.Pair>(Part.class);
        chosen.forEach(
                (of, arraysOfPart) -> arraysOfPart.images()
                        .ifPresent(
                                images -> pairs.put(
                                        of,
                                        new NpzKeys.Pair(images.name(), arraysOfPart.labels().map(NpzArray::name)))));
        keys.set(pairs.isEmpty() ? Optional.empty() : Optional.of(new NpzKeys(pairs)));
    }
}
