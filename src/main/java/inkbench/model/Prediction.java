package inkbench.model;

/**
 * What a network says about one image.
 *
 * @param probabilities
 *            one per class, from 0 to 1, with sum 1; not to be written to
 */
public record Prediction(float[] probabilities) {
    /** The most probable class, the first of equals. */
    public int digit() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Probability of the most probable class. */
    public float confidence() {
        return probabilities[digit()];
    }
}
