package inkbench.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.task.Progress;

/**
 * Grey images of one size, with or without a label each.
 *
 * <p>All pixels lie in one piece of memory, image after image, row by row from the top left, one unsigned byte per pixel: 0 is
 * the background, 255 full ink. That may be a file that is mapped into memory, so that a set can be larger than it. A subset is
 * a view: it holds indices and shares the rest; one with corrected labels has labels of its own and shares the pixels.
 * Instances never change.
 */
public final class Dataset implements Images {
    /** The ten digits. */
    public static final List<String> DIGITS = IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private final ImageStore store;
    /** By the place in the store: as given, or corrected. */
    private final byte[] labels;
    private final int[] indices;
    /** All images of the store with the labels as given; null where this is it. */
    private final Dataset original;
    /** Of all images in the store; null where nobody knows them. */
    private final Writers writers;
    /** Made when first asked for. Two threads may both make it: they come to the same. */
    private Provenance provenance;

    private Dataset(ImageStore store, byte[] labels, int[] indices, Dataset original, Writers writers) {
        this.store = store;
        this.labels = labels;
        this.indices = indices;
        this.original = original;
        this.writers = writers;
    }

    /**
     * Takes over pixels and labels in arrays, which must not be changed afterwards.
     *
     * @see #of(String, int, int, List, MemorySegment, byte[], String)
     */
    public static Dataset of(
            String name,
            int width,
            int height,
            List<String> classNames,
            byte[] pixels,
            byte[] labels,
            String source) {
        return of(name, width, height, classNames, MemorySegment.ofArray(pixels), labels, source);
    }

    /**
     * Takes over pixels that lie anywhere, such as in a mapped file, and labels; neither must be changed afterwards.
     *
     * @param pixels
     *            {@code count × height × width} unsigned bytes, to be read by any thread; they stay as long as they are in use
     * @param labels
     *            {@code count} class numbers from 0, or an empty array for images without labels
     * @param source
     *            where they came from, for the {@link Provenance}
     * @throws IllegalArgumentException
     *             if the lengths don't fit together or a label has no class
     */
    public static Dataset of(
            String name,
            int width,
            int height,
            List<String> classNames,
            MemorySegment pixels,
            byte[] labels,
            String source) {
        int imageSize = Math.multiplyExact(width, height);
        if (imageSize <= 0 || pixels.byteSize() % imageSize != 0) {
            throw new IllegalArgumentException(pixels.byteSize() + " pixels are no images of " + width + "×" + height);
        }
        int count = Math.toIntExact(pixels.byteSize() / imageSize);
        if (labels.length != 0 && labels.length != count) {
            throw new IllegalArgumentException(count + " images with " + labels.length + " labels");
        }
        for (byte label : labels) {
            Objects.checkIndex(label, classNames.size());
        }
        var indices = IntStream.range(0, count).toArray();
        var store = new ImageStore(name, width, height, List.copyOf(classNames), pixels, source, Optional.empty(),
                Optional.empty());
        return new Dataset(store, labels, indices, null, null);
    }

    /** What a user calls it. */
    public String name() {
        return store.name();
    }

    /** Width of every image in pixels. */
    @Override
    public int width() {
        return store.width();
    }

    /** Height of every image in pixels. */
    @Override
    public int height() {
        return store.height();
    }

    /** How many images. */
    @Override
    public int size() {
        return indices.length;
    }

    /** What the classes are called; the label of an image is an index into this. */
    @Override
    public List<String> classNames() {
        return store.classNames();
    }

    /** Whether the images have labels. */
    @Override
    public boolean labelled() {
        return labels.length > 0;
    }

    /**
     * Where the images came from, and the hash of exactly these images and labels in this order: a subset has its own.
     * The first call reads all pixels (60,000 images take about 0.1 s) and belongs on a worker's thread.
     */
    public Provenance provenance() {
        return provenance(Progress.NONE);
    }

    /** The same, telling how many images have been read where it has to read them. */
    public Provenance provenance(Progress progress) {
        var made = provenance;
        if (made == null) {
            made = new Provenance(store.source(), ContentHash.of(this, progress));
            provenance = made;
        }
        return made;
    }

    /** Where the images came from, as the {@link #provenance()} has it, without the hash that takes its time. */
    public String source() {
        return store.source();
    }

    /** The same images without their labels, as a view. */
    public Dataset withoutLabels() {
        var none = new byte[0];
        return new Dataset(store, none, indices, new Dataset(store, none, original().indices, null, null), writers);
    }

    /**
     * The class of an image, from 0.
     *
     * @throws IllegalStateException
     *             if the images have no labels
     */
    @Override
    public int label(int index) {
        return requireLabels()[indices[index]];
    }

    /**
     * The class of an image as it was read, whatever it was corrected to.
     *
     * @throws IllegalStateException
     *             if the images have no labels
     */
    public int givenLabel(int index) {
        return original().requireLabels()[indices[index]];
    }

    private byte[] requireLabels() {
        if (!labelled()) {
            throw new IllegalStateException(name() + " has no labels");
        }
        return labels;
    }

    /** One pixel's value, 0…255. */
    public int pixel(int index, int x, int y) {
        Objects.checkIndex(x, width());
        Objects.checkIndex(y, height());
        return Byte.toUnsignedInt(store.pixels().get(ValueLayout.JAVA_BYTE, start(index) + (long) y * width() + x));
    }

    /** Copies the pixels of one image, row by row, to {@code target} from {@code offset}. */
    @Override
    public void copyPixels(int index, byte[] target, int offset) {
        MemorySegment.copy(store.pixels(), ValueLayout.JAVA_BYTE, start(index), target, offset, imageSize());
    }

    /** Where the pixels of an image begin. */
    private long start(int index) {
        return (long) indices[index] * imageSize();
    }

    /** The place of an image in the data that this is a view of; the same as {@code index} for the whole. */
    @Override
    public int sourceIndex(int index) {
        return indices[index];
    }

    /** A view of the images at the given places of this one, in that order. */
    public Dataset subset(int[] places) {
        var chosen = new int[places.length];
        Arrays.setAll(chosen, i -> indices[places[i]]);
        return view(chosen, writers);
    }

    private Dataset view(int[] places, Writers by) {
        return new Dataset(store, labels, places, original(), by);
    }

    /** Whether all are views of the same data, so that they can be {@link #joined}. */
    public static boolean sameData(Collection<Dataset> views) {
        var first = views.iterator().next();
        return views.stream().allMatch(view -> view.original() == first.original() && view.labels == first.labels);
    }

    /**
     * One view of all images that are in any of some views, in the order of the data; empty if they aren't views of the same
     * data.
     */
    public static Optional<Dataset> joined(Collection<Dataset> views) {
        if (!sameData(views)) {
            return Optional.empty();
        }
        var first = views.iterator().next();
        var places = new BitSet();
        views.forEach(view -> Arrays.stream(view.indices).forEach(places::set));
        return Optional.of(first.view(places.stream().toArray(), first.writers));
    }

    /**
     * The same images with other pixels.
     *
     * @param changed
     *            the pixels of all images of the data that this is a view of, in their order
     * @throws IllegalArgumentException
     *             if they are not those of as many images
     */
    public Dataset withPixels(int changedWidth, int changedHeight, MemorySegment changed) {
        return withOriginal(original().otherPixels(changedWidth, changedHeight, changed));
    }

    private Dataset otherPixels(int changedWidth, int changedHeight, MemorySegment changed) {
        if (changed.byteSize() != (long) size() * changedWidth * changedHeight) {
            throw new IllegalArgumentException(changed.byteSize() + " pixels are not those of " + size()
                    + " images of " + changedWidth + "×" + changedHeight);
        }
        return new Dataset(store.withPixels(changedWidth, changedHeight, changed), labels, indices, null, null);
    }

    /** The same view, with the same labels and writers, of as many other images. */
    Dataset withOriginal(Dataset other) {
        boolean plain = original == null && writers == null;
        return plain ? other : new Dataset(other.store, labels, indices, other, writers);
    }

    /** How many images there are in the data that this is a view of. */
    public int sourceSize() {
        return original().size();
    }

    /** Who wrote the images of the data that this is a view of, by {@link #sourceIndex}; empty where nobody knows. */
    public Optional<Writers> writers() {
        return Optional.ofNullable(writers);
    }

    /** What the writer of an image is called; empty where nobody knows. */
    public Optional<String> writer(int index) {
        return writers().map(known -> known.name(indices[index]));
    }

    /**
     * The same images, and who wrote them.
     *
     * @param by
     *            of all images of the data that this is a view of
     * @throws IllegalArgumentException
     *             if there is not one for every image
     */
    public Dataset withWriters(Writers by) {
        if (by.size() != sourceSize()) {
            throw new IllegalArgumentException("Writers of " + by.size() + " images for " + sourceSize());
        }
        return view(indices, by);
    }

    /** All images that this is a view of, in their order, with the labels as they were read. */
    public Dataset original() {
        return original == null ? this : original;
    }

    /**
     * The same images with corrected labels; those that aren't named have the label as it was read.
     *
     * @param corrected
     *            the labels by {@link #sourceIndex}
     * @throws IndexOutOfBoundsException
     *             if there is no such image or class
     */
    public Dataset relabelled(Map<Integer, Integer> corrected) {
        if (corrected.isEmpty()) {
            return labels == original().labels
                    ? this
                    : new Dataset(store, original().labels, indices, original(), writers);
        }
        var changed = original().requireLabels().clone();
        corrected.forEach((index, label) -> changed[index] = (byte) Objects.checkIndex(label, classCount()));
        return new Dataset(store, changed, indices, original(), writers);
    }

    /** How many images have another label than was read. */
    public int relabelledCount() {
        return labels == original().labels
                ? 0
                : (int) IntStream.range(0, size()).filter(i -> label(i) != givenLabel(i)).count();
    }

    /** The same images, known to have been read from a file or folder as one of its parts. */
    public Dataset readFrom(Optional<Path> file, Part part) {
        var known = store.readFrom(file, part);
        var whole = new Dataset(known, original().labels, original().indices, null, null);
        return original == null ? whole : new Dataset(known, labels, indices, whole, writers);
    }

    /** The file or folder that was opened, where it was one. */
    public Optional<Path> file() {
        return store.file();
    }

    /** Which part of what was opened the images are in, where that is known; a split may have put them into another. */
    public Optional<Part> filePart() {
        return store.filePart();
    }

    /** How many images each class has. */
    public int[] classCounts() {
        var counts = new int[classCount()];
        for (int i = 0; i < size(); i++) {
            counts[label(i)]++;
        }
        return counts;
    }

    /** The classes that have an image, ascending. */
    public int[] classesPresent() {
        var counts = classCounts();
        return IntStream.range(0, classCount()).filter(c -> counts[c] > 0).toArray();
    }

    @Override
    public String toString() {
        return name() + " (" + size() + " images of " + width() + "×" + height() + ")";
    }
}
