package inkbench.desktop.draw.answer;

import inkbench.app.certainty.Certainty;
import inkbench.app.certainty.Verdict;
import inkbench.model.Prediction;

/**
 * What a network makes of a drawing.
 *
 * @param digit
 *            the most probable one
 * @param probabilities
 *            one per digit, with sum 1; not to be written to
 * @param certainty
 *            how far {@code digit} can be trusted
 */
public record Answer(int digit, float[] probabilities, Certainty certainty) {
    /** The answer of a network. */
    public static Answer of(Prediction prediction) {
        return new Answer(prediction.digit(), prediction.probabilities(), Certainty.of(prediction));
    }

    /** How probable it is that {@code digit} is right, 0…1. */
    public double confidence() {
        return certainty.confidence();
    }

    /** What can honestly be said of the drawing. */
    public Verdict verdict() {
        return certainty.verdict();
    }

    /** The second most probable digit. */
    public int second() {
        int second = digit == 0 ? 1 : 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (i != digit && probabilities[i] > probabilities[second]) {
                second = i;
            }
        }
        return second;
    }
}
