package inkbench.evaluation.statistics;

import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;

import inkbench.evaluation.ConfusionMatrix;

/**
 * Means over the classes that have images, each 0…1. A class that was never predicted counts with precision and F1 of 0, as in
 * scikit-learn's {@code classification_report}: leaving it out would reward never answering with it.
 *
 * @param precision
 *            mean precision
 * @param recall
 *            mean recall; of the macro average also known as balanced accuracy of several classes
 * @param f1
 *            mean of the classes' F1, not F1 of the means
 */
public record Averages(double precision, double recall, double f1) {
    /** Every class counts the same. */
    static Averages macro(ConfusionMatrix matrix) {
        return of(matrix, _ -> 1);
    }

    /** Every class counts with the number of its images. */
    static Averages weighted(ConfusionMatrix matrix) {
        return of(matrix, c -> c);
    }

    private static Averages of(ConfusionMatrix matrix, LongToDoubleFunction weightOfCount) {
        double weights = 0;
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        for (int c : IntStream.range(0, matrix.classCount()).filter(c -> matrix.truthTotal(c) > 0).toArray()) {
            double weight = weightOfCount.applyAsDouble(matrix.truthTotal(c));
            double hits = matrix.count(c, c);
            long readAsClass = matrix.predictionTotal(c);
            weights += weight;
            precision += readAsClass == 0 ? 0 : weight * hits / readAsClass;
            recall += weight * hits / matrix.truthTotal(c);
            f1 += weight * 2 * hits / (matrix.truthTotal(c) + readAsClass);
        }
        return new Averages(precision / weights, recall / weights, f1 / weights);
    }
}
