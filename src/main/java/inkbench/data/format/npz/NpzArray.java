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
public record NpzArray(String name, Optional<String> type, List<Long> shape, boolean images) {}
