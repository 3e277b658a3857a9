package inkbench.desktop.evaluate.parts;

import java.util.Collections;
import java.util.List;

import inkbench.data.Part;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.summary.EvaluationSummary;

/**
 * A part of the open data and what the model made of it.
 *
 * @param images
 *            how many there are
 * @param evaluation
 *            null until the part was measured
 * @param summary
 *            null until it was computed
 */
record PartRow(Part part, int images, Evaluation evaluation, EvaluationSummary summary) {
    private static final int NUMBERS = 7;

    /** Accuracy, the ends of its interval, errors, kappa, log loss and ECE; NaN where they aren't known. */
    List<Double> numbers() {
        if (evaluation == null || summary == null) {
            return Collections.nCopies(NUMBERS, Double.NaN);
        }
        var overall = summary.counts().overall();
        var matrix = evaluation.confusion();
        return List.of(
                evaluation.accuracy(),
                overall.accuracyLower(),
                overall.accuracyUpper(),
                (double) (matrix.total() - matrix.correct()),
                overall.kappa(),
                evaluation.loss(),
                summary.probabilities().calibration().expectedError());
    }
}
