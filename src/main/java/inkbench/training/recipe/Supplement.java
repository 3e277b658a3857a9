package inkbench.training.recipe;

/**
 * What a run learns from beside the training images, made by the generator from the run's seed.
 *
 * @param digits
 *            digits in ways of writing that the training images may lack; at least 0
 * @param outliers
 *            drawings that are no digits, of which the network learns to be unsure: all classes are wanted with the same probability
 *            (outlier exposure: Hendrycks, Mazeika and Dietterich, "Deep anomaly detection with outlier exposure", ICLR 2019); at
 *            least 0
 */
public record Supplement(int digits, int outliers) {
    /** Nothing beside the training images. */
    public static final Supplement NONE = new Supplement(0, 0);

    public Supplement {
        if (digits < 0 || outliers < 0) {
            throw new IllegalArgumentException("Fewer than no images: " + digits + " and " + outliers);
        }
    }

    /** Whether there is nothing. */
    public boolean isNone() {
        return digits == 0 && outliers == 0;
    }
}
