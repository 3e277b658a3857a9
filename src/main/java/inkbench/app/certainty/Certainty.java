package inkbench.app.certainty;

/**
 * How far an answer can be trusted.
 *
 * @param confidence
 *            how probable it is that the answer is right, 0…1
 * @param novelty
 *            how little what was read is like what the network has learned, 0…1: low for digits, high for what is none
 */
public record Certainty(double confidence, double novelty) {
    /** Whether somebody who wants to be this sure should not take the answer. */
    public boolean isBelow(double threshold) {
        return confidence < threshold;
    }
}
