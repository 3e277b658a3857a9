package inkbench.data.format;

import java.util.Optional;

import inkbench.data.format.image.ImageSize;
import inkbench.data.format.npz.NpzKeys;

/**
 * What a user says about data that can be taken in more than one way.
 *
 * @param arrays
 *            which arrays of an {@code .npz} are meant; where nothing is said they are found
 * @param fit
 *            the size to bring the pictures of a folder to; where nothing is said they must have the same
 */
public record OpenOptions(Optional<NpzKeys> arrays, Optional<ImageSize> fit) {
    /** Nothing is said. */
    public static final OpenOptions NONE = new OpenOptions(Optional.empty(), Optional.empty());
}
