package inkbench.evaluation.review;

/**
 * An image whose label may be wrong.
 *
 * @param index
 *            its place in the data set
 * @param given
 *            its label
 * @param suggested
 *            the most probable of the other classes
 * @param givenProbability
 *            that the image is what its label says, 0…1
 * @param suggestedProbability
 *            that it is what is suggested, 0…1
 * @param counted
 *            whether confident learning counts it as mislabelled
 */
public record Doubt(
        int index,
        int given,
        int suggested,
        double givenProbability,
        double suggestedProbability,
        boolean counted) {
    /** How much more probable the label is than the suggestion, −1…1: the less, the more doubtful. */
    public double margin() {
        return givenProbability - suggestedProbability;
    }
}
