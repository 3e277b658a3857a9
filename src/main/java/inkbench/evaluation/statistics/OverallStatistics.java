package inkbench.evaluation.statistics;

import java.math.BigDecimal;
import java.util.stream.IntStream;

import inkbench.evaluation.ConfusionMatrix;

/**
 * What a confusion matrix says as a whole: the {@code overall} of R's {@code caret::confusionMatrix}, computed as caret does.
 * NaN stands for R's NA.
 *
 * @param accuracy
 *            share of the images read right, 0…1
 * @param kappa
 *            agreement beyond what the margins alone would give, at most 1: Cohen, "A coefficient of agreement for nominal
 *            scales", Educational and Psychological Measurement 20 (1960); NaN where all images are of one class and all were
 *            read as it
 * @param accuracyLower
 *            lower limit of the exact 95% interval of the accuracy ({@link ExactBinomial#interval})
 * @param accuracyUpper
 *            its upper limit
 * @param noInformationRate
 *            share of the most frequent class: what always answering with it would reach
 * @param accuracyPValue
 *            how probable so many right answers would be at the no-information rate, 0…1: one-sided exact binomial test
 * @param symmetry
 *            whether errors go both ways alike
 */
public record OverallStatistics(
        double accuracy,
        double kappa,
        double accuracyLower,
        double accuracyUpper,
        double noInformationRate,
        double accuracyPValue,
        SymmetryTest symmetry) {
    private static final double LEVEL = 0.95;

    /** Computes them of a matrix with at least two classes and one image. */
    static OverallStatistics of(ConfusionMatrix matrix) {
        double total = matrix.total();
        var interval = ExactBinomial.interval(matrix.correct(), matrix.total(), LEVEL);
        double noInformation = IntStream.range(0, matrix.classCount())
                .mapToDouble(c -> matrix.truthTotal(c) / total)
                .max()
                .orElseThrow();
        return new OverallStatistics(
                matrix.accuracy(),
                kappa(matrix),
                interval.lower(),
                interval.upper(),
                noInformation,
                ExactBinomial.atLeast(matrix.correct(), matrix.total(), noInformation),
                SymmetryTest.of(matrix));
    }

    /**
     * As {@code e1071::classAgreement}, which caret asks: products of shares, not of counts. R adds them up with more digits
     * than a double has, so they are added up without rounding here.
     */
    private static double kappa(ConfusionMatrix matrix) {
        double total = matrix.total();
        double byChance = IntStream.range(0, matrix.classCount())
                .mapToObj(c -> new BigDecimal(matrix.predictionTotal(c) / total * (matrix.truthTotal(c) / total)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        return (matrix.accuracy() - byChance) / (1 - byChance);
    }
}
