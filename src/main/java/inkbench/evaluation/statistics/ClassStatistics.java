package inkbench.evaluation.statistics;

import inkbench.evaluation.ConfusionMatrix;

/**
 * What a confusion matrix says of one class against all others: the {@code byClass} of R's {@code caret::confusionMatrix},
 * computed as caret does, so that the digits are the same. All values are 0…1; NaN stands for R's NA, which is where a share of
 * nothing would be taken.
 *
 * <p>Altman and Bland, "Diagnostic tests 1: sensitivity and specificity" and "Diagnostic tests 2: predictive values", BMJ 308 and
 * 309 (1994).
 *
 * @param className
 *            what the class is called
 * @param sensitivity
 *            share of the class's images that were read as it
 * @param specificity
 *            share of the other images that were not read as it
 * @param positivePredictiveValue
 *            of the images read as the class, the share that is of it; from sensitivity, specificity and prevalence, so NaN for
 *            a class without images
 * @param negativePredictiveValue
 *            of the images not read as the class, the share that is not of it
 * @param precision
 *            as the positive predictive value, but from the counts
 * @param recall
 *            the sensitivity
 * @param f1
 *            harmonic mean of precision and recall: van Rijsbergen, "Information Retrieval" (1979)
 * @param prevalence
 *            share of all images that is of the class
 * @param detectionRate
 *            share of all images that is of the class and was read as it
 * @param detectionPrevalence
 *            share of all images that was read as the class
 * @param balancedAccuracy
 *            mean of sensitivity and specificity: Velez et al., Genetic Epidemiology 31 (2007)
 */
public record ClassStatistics(
        String className,
        double sensitivity,
        double specificity,
        double positivePredictiveValue,
        double negativePredictiveValue,
        double precision,
        double recall,
        double f1,
        double prevalence,
        double detectionRate,
        double detectionPrevalence,
        double balancedAccuracy) {
    /** Computes them of a matrix with at least one image. */
    static ClassStatistics of(ConfusionMatrix matrix, int c) {
        double total = matrix.total();
        double ofClass = matrix.truthTotal(c);
        double readAsClass = matrix.predictionTotal(c);
        double hits = matrix.count(c, c);
        double sensitivity = share(hits, ofClass);
        double specificity = share(total - ofClass - readAsClass + hits, total - ofClass);
        double prevalence = ofClass / total;
        double precision = share(hits, readAsClass);
        double positive = sensitivity * prevalence;
        double falsePositive = (1 - specificity) * (1 - prevalence);
        double negative = specificity * (1 - prevalence);
        double falseNegative = (1 - sensitivity) * prevalence;
        return new ClassStatistics(
                matrix.classNames().get(c),
                sensitivity,
                specificity,
                positive / (positive + falsePositive),
                negative / (falseNegative + negative),
                precision,
                sensitivity,
                2 * precision * sensitivity / (precision + sensitivity),
                prevalence,
                hits / total,
                readAsClass / total,
                (sensitivity + specificity) / 2);
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
