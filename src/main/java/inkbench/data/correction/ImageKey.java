package inkbench.data.correction;

import java.util.Comparator;

import inkbench.data.Part;

/**
 * Which image of a data set is meant, however the set is split or sorted.
 *
 * @param part
 *            the part that the image is in, in the set as it was opened
 * @param index
 *            its place in that part, from 0
 */
public record ImageKey(Part part, int index) implements Comparable<ImageKey> {
    private static final Comparator<ImageKey> ORDER = Comparator.comparing(ImageKey::part)
            .thenComparingInt(ImageKey::index);

    /** In the order of the parts, then of the images. */
    @Override
    public int compareTo(ImageKey other) {
        return ORDER.compare(this, other);
    }
}
