package inkbench.data;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import inkbench.task.PartProgress;
import inkbench.task.Progress;

/**
 * A data set with the parts it comes in. All parts have the same image size and classes.
 *
 * @param name
 *            what a user calls it, such as {@code MNIST}
 * @param parts
 *            at least one, in the order of {@link Part}
 * @param excluded
 *            the images that corrections have taken out of parts, to be looked at and nothing else; a part without any is
 *            not in it
 */
public record PartedDataset(String name, Map<Part, Dataset> parts, Map<Part, Dataset> excluded) {
    public PartedDataset {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A data set needs a part");
        }
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        if (!parts.keySet().containsAll(excluded.keySet())) {
            throw new IllegalArgumentException("Images taken out of a part that isn't there");
        }
        excluded = excluded.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(excluded));
        if (parts.values().stream().map(PartedDataset::shape).distinct().count() > 1) {
            throw new IllegalArgumentException("Parts with images of different sizes or other classes");
        }
    }

    /** A data set of which no image is taken out. */
    public PartedDataset(String name, Map<Part, Dataset> parts) {
        this(name, parts, Map.of());
    }

    /** The same set, known to have been read from a file or folder with these parts. */
    public PartedDataset readFrom(Optional<Path> file) {
        var known = new EnumMap<Part, Dataset>(Part.class);
        parts.forEach((part, images) -> known.put(part, images.readFrom(file, part)));
        return new PartedDataset(name, known);
    }

    /** The set as it was opened: before it was split, and without corrections. */
    public PartedDataset original() {
        var originals = new EnumMap<Part, Dataset>(Part.class);
        parts.forEach((part, images) -> {
            if (!originals.containsValue(images.original())) {
                originals.putIfAbsent(images.filePart().orElse(part), images.original());
            }
        });
        return excluded.isEmpty() && originals.equals(parts) ? this : new PartedDataset(name, originals);
    }

    /**
     * The same parts without corrections: with the labels that were read, and with the images that were taken out where they
     * belong in the order of the data.
     */
    public PartedDataset uncorrected() {
        var given = new EnumMap<Part, Dataset>(Part.class);
        parts.forEach((part, images) -> {
            var kept = images.relabelled(Map.of());
            var out = Optional.ofNullable(excluded.get(part)).map(taken -> taken.relabelled(Map.of()));
            given.put(part, out.flatMap(taken -> Dataset.joined(List.of(kept, taken))).orElse(kept));
        });
        return given.equals(parts) ? this : new PartedDataset(name, given);
    }

    /** The part of {@link #original()} that the images of a part are in. */
    public Part originalPart(Part part) {
        var images = parts.get(part).original();
        return original().parts()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() == images)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Whether both have the same images, maybe with other corrections, in the same parts. */
    public boolean hasImagesOf(PartedDataset other) {
        return parts.keySet().equals(other.parts.keySet())
                && parts.keySet()
                        .stream()
                        .allMatch(
                                part -> parts.get(part).original() == other.parts.get(part).original()
                                        && size(part) == other.size(part));
    }

    /** How many images were taken out. */
    public int excludedCount() {
        return excluded.values().stream().mapToInt(Dataset::size).sum();
    }

    /** How many images have another label than was read. */
    public int relabelledCount() {
        return parts.values().stream().mapToInt(Dataset::relabelledCount).sum();
    }

    /** Images of a part, with those that were taken out. */
    private int size(Part part) {
        return parts.get(part).size() + (excluded.containsKey(part) ? excluded.get(part).size() : 0);
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
        var made = new IdentityHashMap<Dataset, Dataset>();
        UnaryOperator<Dataset> change = images -> images.withOriginal(
                made.computeIfAbsent(
                        images.original(),
                        original -> original.withPixels(width, height, pixels.apply(original))));
        return new PartedDataset(name, mapped(parts, change), mapped(excluded, change));
    }

    private static Map<Part, Dataset> mapped(Map<Part, Dataset> images, UnaryOperator<Dataset> change) {
        var changed = new EnumMap<Part, Dataset>(Part.class);
        images.forEach((part, ofPart) -> changed.put(part, change.apply(ofPart)));
        return changed;
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
