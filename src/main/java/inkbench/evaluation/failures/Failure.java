package inkbench.evaluation.failures;

import inkbench.evaluation.Evaluation;

/**
 * One image and what a model made of it.
 *
 * @param index
 *            its place in the data set
 * @param label
 *            its class
 * @param prediction
 *            the most probable class; the label's where the answer is right
 * @param probability
 *            of the prediction, 0…1
 * @param loss
 *            cross-entropy in nats, at most 16.1 ({@link Evaluation#SMALLEST_PROBABILITY})
 */
public record Failure(int index, int label, int prediction, double probability, double loss) {
    static Failure of(Evaluation evaluation, int index) {
        int label = evaluation.dataset().label(index);
        int prediction = evaluation.predictions()[index];
        var row = evaluation.probabilities()[index];
        double loss = -Math.log(Math.max(Evaluation.SMALLEST_PROBABILITY, row[label]));
        // Not −0 for what is certain and right.
        return new Failure(index, label, prediction, row[prediction], loss + 0.0);
    }

    /** Whether the answer is not the label. */
    public boolean wrong() {
        return label != prediction;
    }
}
