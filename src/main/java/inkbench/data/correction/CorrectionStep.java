package inkbench.data.correction;

import java.util.Optional;

/**
 * One change of the corrections, which can be taken back.
 *
 * @param image
 *            what it is about
 * @param before
 *            the correction that the image had
 * @param after
 *            the correction that it has now
 */
public record CorrectionStep(ImageKey image, Optional<Correction> before, Optional<Correction> after) {
    /** The corrections with this change. */
    public Corrections applyTo(Corrections corrections) {
        return with(after, corrections);
    }

    /** The corrections without this change. */
    public Corrections takeBackFrom(Corrections corrections) {
        return with(before, corrections);
    }

    private Corrections with(Optional<Correction> wanted, Corrections corrections) {
        return wanted.map(correction -> corrections.with(image, correction))
                .orElseGet(() -> corrections.without(image));
    }
}
