package inkbench.evaluation.probability;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import inkbench.evaluation.Evaluation;

/**
 * What is computed of the probabilities, beyond the most probable class. NaN stands for what can't be said.
 *
 * @param logLoss
 *            mean cross-entropy in nats, see {@link Evaluation#loss()}
 * @param brierScore
 *            mean over the images of Σ<sub>c</sub> (p<sub>c</sub> − [c is the truth])², 0…2: Brier, "Verification of forecasts
 *            expressed in terms of probability", Monthly Weather Review 78 (1950)
 * @param top2Accuracy
 *            share of the images whose class is among the two most probable, 0…1
 * @param rocAreas
 *            {@link RocCurve#area()} of each class; not to be written to
 * @param averagePrecisions
 *            {@link PrecisionRecallCurve#area()} of each class; not to be written to
 * @param calibration
 *            with the usual bins
 */
public record ProbabilityStatistics(
        double logLoss,
        double brierScore,
        double top2Accuracy,
        double[] rocAreas,
        double[] averagePrecisions,
        Calibration calibration) {
    /** Computes all of them. */
    public static ProbabilityStatistics of(Evaluation evaluation) {
        return new ProbabilityStatistics(
                evaluation.loss(),
                brierScore(evaluation),
                topAccuracy(evaluation, 2),
                ofClasses(evaluation, c -> RocCurve.of(evaluation, c).area()),
                ofClasses(evaluation, c -> PrecisionRecallCurve.of(evaluation, c).area()),
                Calibration.of(evaluation));
    }

    /** Mean of the classes' areas under the ROC curve, of those that have one; NaN if none has. */
    public double meanRocArea() {
        return mean(rocAreas);
    }

    /** Mean of the classes' average precisions, of those that have one; NaN if none has. */
    public double meanAveragePrecision() {
        return mean(averagePrecisions);
    }

    /**
     * Share of the images whose class is among the {@code k} most probable, 0…1; NaN without images. Of classes with the same
     * probability the first goes before, as it does in {@link Evaluation#predictions()}.
     */
    public static double topAccuracy(Evaluation evaluation, int k) {
        long right = IntStream.range(0, evaluation.predictions().length)
                .filter(i -> rank(evaluation.probabilities()[i], evaluation.dataset().label(i)) < k)
                .count();
        return (double) right / evaluation.predictions().length;
    }

    private static double[] ofClasses(Evaluation evaluation, IntToDoubleFunction measure) {
        return IntStream.range(0, evaluation.dataset().classCount()).mapToDouble(measure).toArray();
    }

    private static long rank(float[] probabilities, int truth) {
        return IntStream.range(0, probabilities.length)
                .filter(
                        c -> probabilities[c] > probabilities[truth]
                                || c < truth && probabilities[c] == probabilities[truth])
                .count();
    }

    private static double brierScore(Evaluation evaluation) {
        double sum = 0;
        for (int i = 0; i < evaluation.predictions().length; i++) {
            int truth = evaluation.dataset().label(i);
            var probabilities = evaluation.probabilities()[i];
            for (int c = 0; c < probabilities.length; c++) {
                double error = probabilities[c] - (c == truth ? 1.0 : 0.0);
                sum += error * error;
            }
        }
        return sum / evaluation.predictions().length;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }
}
