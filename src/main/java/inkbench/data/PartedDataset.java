package inkbench.data;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import inkbench.task.PartProgress;
import inkbench.task.Progress;

/**
 * A data set with the parts it comes in. All parts have the same image size and classes.
 *
 * @param name
 *            what a user calls it, such as {@code MNIST}
 * @param parts
 *            at least one, in the order of {@link Part}
 */
public record PartedDataset(String name, Map<Part, Dataset> parts) {
    public PartedDataset {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A data set needs a part");
        }
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        if (parts.values().stream().map(PartedDataset::shape).distinct().count() > 1) {
            throw new IllegalArgumentException("Parts with images of different sizes or other classes");
        }
    }

    /** One part, if the set has it. */
    public Optional<Dataset> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    /** The part to show first: the training part where there is one. */
    public Dataset first() {
        return parts.values().iterator().next();
    }

    /** Width of every image in pixels. */
    public int width() {
        return first().width();
    }

    /** Height of every image in pixels. */
    public int height() {
        return first().height();
    }

    /**
     * The same images with other pixels. Parts that are views of the same data stay so: its pixels are made once.
     *
     * @param pixels
     *            makes the pixels of all images of the data that a part is a view of
     */
    public PartedDataset withPixels(int width, int height, Function<Dataset, MemorySegment> pixels) {
        var made = new IdentityHashMap<MemorySegment, MemorySegment>();
        var changed = new EnumMap<Part, Dataset>(Part.class);
        parts.forEach((part, images) -> {
            var other = made.computeIfAbsent(images.sourcePixels(), of -> pixels.apply(images.whole()));
            changed.put(part, images.withPixels(width, height, other));
        });
        return new PartedDataset(name, changed);
    }

    /** Images in all parts together. */
    public int size() {
        return parts.values().stream().mapToInt(Dataset::size).sum();
    }

    /**
     * A hash over the parts' names and the hashes of their content, as 64 lower-case hexadecimal digits. Reads all pixels
     * when first asked for, as {@link Dataset#provenance()} does.
     */
    public String sha256() {
        return sha256(Progress.NONE);
    }

    /** The same, telling how many images of all parts have been read. */
    public String sha256(Progress progress) {
        var hashes = new ArrayList<String>();
        long before = 0;
        for (var part : parts.entrySet()) {
            var images = part.getValue();
            var ofPart = new PartProgress(progress, before, size());
            hashes.add(part.getKey().key() + " " + images.provenance(ofPart).sha256());
            before += images.size();
        }
        return ContentHash.of(String.join("\n", hashes));
    }

    private static List<Object> shape(Dataset part) {
        return List.of(part.width(), part.height(), part.classNames());
    }
}
