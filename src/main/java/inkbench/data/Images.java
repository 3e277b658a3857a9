package inkbench.data;

import java.util.List;

/**
 * Grey images of one size in an order, with or without a label each: a data set, a part of it, or a choice of images of
 * several parts. What they show never changes.
 */
public interface Images {
    /** Width of every image in pixels. */
    int width();

    /** Height of every image in pixels. */
    int height();

    /** How many images. */
    int size();

    /** What the classes are called; the label of an image is an index into this. */
    List<String> classNames();

    /** Whether the images have labels. */
    boolean labelled();

    /**
     * The class of an image, from 0.
     *
     * @throws IllegalStateException
     *             if the images have no labels
     */
    int label(int index);

    /** Copies the pixels of one image, row by row, to {@code target} from {@code offset}. */
    void copyPixels(int index, byte[] target, int offset);

    /** The place of an image in the file or the numbers it came from. */
    int sourceIndex(int index);

    /** Pixels of one image. */
    default int imageSize() {
        return width() * height();
    }

    /** How many classes there are, whether or not each has an image. */
    default int classCount() {
        return classNames().size();
    }

    /** The pixels of one image, row by row, as a copy. */
    default byte[] image(int index) {
        var image = new byte[imageSize()];
        copyPixels(index, image, 0);
        return image;
    }

    /** The images of each class: element {@code c} of the result has the places of class {@code c}, ascending. */
    default int[][] indicesByClass() {
        var counts = new int[classCount()];
        for (int i = 0; i < size(); i++) {
            counts[label(i)]++;
        }
        var places = new int[counts.length][];
        for (int label = 0; label < counts.length; label++) {
            places[label] = new int[counts[label]];
        }
        var filled = new int[counts.length];
        for (int i = 0; i < size(); i++) {
            int label = label(i);
            places[label][filled[label]++] = i;
        }
        return places;
    }
}
