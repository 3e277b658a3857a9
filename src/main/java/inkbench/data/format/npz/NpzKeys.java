package inkbench.data.format.npz;

import java.util.Map;
import java.util.Optional;

import inkbench.data.Part;

/**
 * Which arrays of an {@code .npz} are images and which are their labels.
 *
 * @param parts
 *            the arrays of each part; at least one
 */
public record NpzKeys(Map<Part, Pair> parts) {
    public NpzKeys {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("At least one part");
        }
        parts = Map.copyOf(parts);
    }

    /**
     * Images and their labels.
     *
     * @param images
     *            name of the array of images
     * @param labels
     *            name of the array of labels; empty for images without
     */
    public record Pair(String images, Optional<String> labels) {}

    /** Images with labels, under Keras's keys such as {@code x_train} and {@code y_train}. */
    static Pair keras(Part part) {
        return new Pair("x_" + part.key(), Optional.of("y_" + part.key()));
    }
}
