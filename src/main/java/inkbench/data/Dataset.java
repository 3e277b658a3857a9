package inkbench.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.task.Progress;

/**
 * Grey images of one size, with or without a label each.
 *
 * <p>All pixels lie in one piece of memory, image after image, row by row from the top left, one unsigned byte per pixel: 0 is
 * the background, 255 full ink. That may be a file that is mapped into memory, so that a set can be larger than it. A subset is
 * a view: it holds indices and shares the rest. Instances never change.
 */
public final class Dataset implements Images {
    /** The ten digits. */
    public static final List<String> DIGITS = IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private final String name;
    private final int width;
    private final int height;
    private final List<String> classNames;
    private final MemorySegment pixels;
    private final byte[] labels;
    private final int[] indices;
    private final String source;
    /** Of all images in {@link #pixels}; null where nobody knows them. */
    private final Writers writers;
    /** Made when first asked for. Two threads may both make it: they come to the same. */
    private Provenance provenance;

    private Dataset(
            String name,
            int width,
            int height,
            List<String> classNames,
            MemorySegment pixels,
            byte[] labels,
            int[] indices,
            String source,
            Writers writers) {
        this.name = name;
        this.width = width;
        this.height = height;
        this.classNames = classNames;
        this.pixels = pixels;
        this.labels = labels;
        this.indices = indices;
        this.source = source;
        this.writers = writers;
    }

    /**
     * Takes over the arrays, which must not be changed afterwards.
     *
     * @param pixels
     *            {@code count × height × width} unsigned bytes
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
        return new Dataset(name, width, height, List.copyOf(classNames), pixels, labels, indices, source, null);
    }

    /** What a user calls it. */
    public String name() {
        return name;
    }

    /** Width of every image in pixels. */
    @Override
    public int width() {
        return width;
    }

    /** Height of every image in pixels. */
    @Override
    public int height() {
        return height;
    }

    /** Pixels of one image. */
    @Override
    public int imageSize() {
        return width * height;
    }

    /** How many images. */
    @Override
    public int size() {
        return indices.length;
    }

    /** What the classes are called; the label of an image is an index into this. */
    @Override
    public List<String> classNames() {
        return classNames;
    }

    /** How many classes there are, whether or not each has an image. */
    @Override
    public int classCount() {
        return classNames.size();
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
            made = new Provenance(source, ContentHash.of(this, progress));
            provenance = made;
        }
        return made;
    }

    /** Where the images came from, as the {@link #provenance()} has it, without the hash that takes its time. */
    public String source() {
        return source;
    }

    /** The same images without their labels, as a view. */
    public Dataset withoutLabels() {
        return new Dataset(name, width, height, classNames, pixels, new byte[0], indices, source, writers);
    }

    /**
     * The class of an image, from 0.
     *
     * @throws IllegalStateException
     *             if the images have no labels
     */
    @Override
    public int label(int index) {
        if (!labelled()) {
            throw new IllegalStateException(name + " has no labels");
        }
        return labels[indices[index]];
    }

    /** One pixel's value, 0…255. */
    public int pixel(int index, int x, int y) {
        Objects.checkIndex(x, width);
        Objects.checkIndex(y, height);
        return Byte.toUnsignedInt(pixels.get(ValueLayout.JAVA_BYTE, start(index) + (long) y * width + x));
    }

    /** Copies the pixels of one image, row by row, to {@code target} from {@code offset}. */
    @Override
    public void copyPixels(int index, byte[] target, int offset) {
        MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, start(index), target, offset, imageSize());
    }

    /** Where the pixels of an image begin. */
    private long start(int index) {
        return (long) indices[index] * imageSize();
    }

    /** The pixels of one image, row by row, as a copy. */
    @Override
    public byte[] image(int index) {
        var image = new byte[imageSize()];
        copyPixels(index, image, 0);
        return image;
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
        return new Dataset(name, width, height, classNames, pixels, labels, places, source, by);
    }

    /**
     * One view of all images that are in any of some views, in the order of the data; empty if they aren't views of the same
     * data.
     */
    public static Optional<Dataset> joined(Collection<Dataset> views) {
        var first = views.iterator().next();
        var places = new BitSet();
        for (var view : views) {
            if (view.pixels != first.pixels || view.labels != first.labels) {
                return Optional.empty();
            }
            Arrays.stream(view.indices).forEach(places::set);
        }
        return Optional.of(first.view(places.stream().toArray(), first.writers));
    }

    /** A view of all images of the data that this is a view of, in their order. */
    public Dataset whole() {
        return view(IntStream.range(0, sourceSize()).toArray(), writers);
    }

    /** The pixels of the data that this is a view of; the same for all its views. */
    MemorySegment sourcePixels() {
        return pixels;
    }

    /**
     * The same view of the same images with other pixels.
     *
     * @param changed
     *            the pixels of all images of the data that this is a view of, in their order
     * @throws IllegalArgumentException
     *             if they are not those of as many images
     */
    public Dataset withPixels(int changedWidth, int changedHeight, MemorySegment changed) {
        if (changed.byteSize() != (long) sourceSize() * changedWidth * changedHeight) {
            throw new IllegalArgumentException(changed.byteSize() + " pixels are not those of " + sourceSize()
                    + " images of " + changedWidth + "×" + changedHeight);
        }
        return new Dataset(name, changedWidth, changedHeight, classNames, changed, labels, indices, source, writers);
    }

    /** How many images there are in the data that this is a view of. */
    public int sourceSize() {
        return Math.toIntExact(pixels.byteSize() / imageSize());
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

    /** The images of each class: element {@code c} of the result has the places of class {@code c}, ascending. */
    @Override
    public int[][] indicesByClass() {
        var counts = classCounts();
        var places = new int[classCount()][];
        Arrays.setAll(places, c -> new int[counts[c]]);
        var filled = new int[classCount()];
        for (int i = 0; i < size(); i++) {
            int label = label(i);
            places[label][filled[label]++] = i;
        }
        return places;
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
        return name + " (" + size() + " images of " + width + "×" + height + ")";
    }
}
