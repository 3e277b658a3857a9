package inkbench.data.format.npz;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one array of an {@code .npz} before it is read.
 *
 * @param name
 *            its key
 * @param type
 *            of its values, such as {@code uint8}; empty where it is none that can be read
 * @param shape
 *            the size of each dimension; empty where it can't be read
 * @param images
 *            whether it can be images by its shape
 */
public record NpzArray(String name, Optional<String> type, List<Long> shape, boolean images) {
    /** How many images it has, where it can be images; otherwise 0. */
    public long count() {
        return images ? shape.getFirst() : 0;
    }

    /** Whether it can be the labels of so many images by its shape. */
    public boolean labelsOf(long count) {
        return type.isPresent() && NpyLabels.fits(shape, count);
    }
}
