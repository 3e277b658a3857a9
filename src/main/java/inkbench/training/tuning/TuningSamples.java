package inkbench.training.tuning;

/**
 * Images as the last hidden layer sees them.
 *
 * @param values
 *            {@code values[image][input of the head]}; not to be written to
 * @param labels
 *            the class of each; not to be written to
 */
public record TuningSamples(float[][] values, int[] labels) {
    public TuningSamples {
        if (values.length != labels.length) {
            throw new IllegalArgumentException(values.length + " images with " + labels.length + " labels");
        }
    }

    /** How many images. */
    public int size() {
        return labels.length;
    }
}
