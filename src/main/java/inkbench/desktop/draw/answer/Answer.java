package inkbench.desktop.draw.answer;

import java.util.OptionalDouble;

import inkbench.model.Prediction;

/**
 * What a network makes of a drawing.
 *
 * @param digit
 *            the most probable one
 * @param probabilities
 *            one per digit, with sum 1; not to be written to
 * @param confidence
 *            how probable it is that {@code digit} is right, 0…1
 * @param novelty
 *            how unlike a digit the drawing is, 0…1, where the network can tell
 * @param verdict
 *            what follows from these
 */
public record Answer(int digit, float[] probabilities, double confidence, OptionalDouble novelty, Verdict verdict) {
    /** Below this an answer is not to be relied on. */
    public static final double SURE = 0.7;

    /** The answer of a network that gives probabilities and nothing else: its top probability says how sure it is. */
    public static Answer of(Prediction prediction) {
        double confidence = prediction.confidence();
        return new Answer(
                prediction.digit(),
                prediction.probabilities(),
                confidence,
                OptionalDouble.empty(),
                confidence < SURE ? Verdict.UNSURE : Verdict.READ);
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
