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
 *            the size to fit images of other sizes to; where nothing is said they keep theirs, and all must have the same
 * @param inverted
 *            whether the images are dark ink on a light ground, and so have to be inverted
 */
public record OpenOptions(Optional<NpzKeys> arrays, Optional<ImageSize> fit, boolean inverted) {
    /** Nothing is said. */
    public static final OpenOptions NONE = new OpenOptions(Optional.empty(), Optional.empty(), false);

    /** The same, with these arrays. */
    public OpenOptions withArrays(NpzKeys keys) {
        return new OpenOptions(Optional.of(keys), fit, inverted);
    }

    /** The same, with images of this size. */
    public OpenOptions withFit(ImageSize size) {
        return new OpenOptions(arrays, Optional.of(size), inverted);
    }

    /** The same, inverted or not. */
    public OpenOptions withInverted(boolean invert) {
        return new OpenOptions(arrays, fit, invert);
    }
}
