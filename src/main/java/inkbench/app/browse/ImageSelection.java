package inkbench.app.browse;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import inkbench.data.Images;
import inkbench.data.Part;
import inkbench.data.PartedDataset;

/** Images of a collection that were chosen, in the order that was wished for. Instances never change. */
public final class ImageSelection implements Images {
    private final ImageCollection collection;
    /** Null for all in their order, which then costs nothing however many there are. */
    private final int[] positions;

    private ImageSelection(ImageCollection collection, int[] positions) {
        this.collection = collection;
        this.positions = positions;
    }

    /** All images in their order. */
    static ImageSelection all(ImageCollection collection) {
        return new ImageSelection(collection, null);
    }

    /** Some images in some order; takes over the array. */
    static ImageSelection of(ImageCollection collection, int[] positions) {
        return new ImageSelection(collection, positions);
    }

    /** What was chosen from. */
    public ImageCollection collection() {
        return collection;
    }

    /** The images in the parts that they are in, in the order of this; parts without any are left out. At least one image. */
    public PartedDataset toSet() {
        return positions == null ? collection.set() : collection.chosen(positions);
    }

    /** How many parts have an image in this. Looks through all where they are of one part. */
    public int partCount() {
        var all = collection.parts();
        if (positions == null) {
            return all.size();
        }
        var found = EnumSet.noneOf(Part.class);
        for (int i = 0; i < positions.length && found.size() < all.size(); i++) {
            found.add(collection.part(positions[i]));
        }
        return found.size();
    }

    /** The position in the collection of the image at a place of this. */
    public int position(int index) {
        return positions == null ? index : positions[index];
    }

    /** The place in this of the image at a position in the collection; −1 if it was not chosen. Looks through all. */
    public int find(int position) {
        if (positions == null) {
            return position >= 0 && position < size() ? position : -1;
        }
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] == position) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The next place, after one and round again, of an image with a number in its part's file; −1 if there is none. Looks
     * through all, but for parts that are whole and in order.
     */
    public int findNumber(int number, int after) {
        var places = positions == null ? collection.wholePartsAt(number) : Optional.<int[]>empty();
        if (places.isPresent()) {
            var found = places.get();
            return Arrays.stream(found).filter(place -> place > after).findFirst()
                    .orElse(found.length == 0 ? -1 : found[0]);
        }
        for (int step = 1; step <= size(); step++) {
            int index = (int) ((after + (long) step) % size());
            if (sourceIndex(index) == number) {
                return index;
            }
        }
        return -1;
    }

    @Override
    public int width() {
        return collection.width();
    }

    @Override
    public int height() {
        return collection.height();
    }

    @Override
    public int size() {
        return positions == null ? collection.size() : positions.length;
    }

    @Override
    public List<String> classNames() {
        return collection.classNames();
    }

    @Override
    public boolean labelled() {
        return collection.labelled();
    }

    @Override
    public int label(int index) {
        return collection.label(position(index));
    }

    @Override
    public void copyPixels(int index, byte[] target, int offset) {
        collection.copyPixels(position(index), target, offset);
    }

    @Override
    public int sourceIndex(int index) {
        return collection.sourceIndex(position(index));
    }
}
