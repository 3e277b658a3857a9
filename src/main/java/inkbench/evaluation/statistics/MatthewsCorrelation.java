package inkbench.evaluation.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

import inkbench.evaluation.ConfusionMatrix;

/** Correlation between truth and prediction. */
final class MatthewsCorrelation {
    private MatthewsCorrelation() {}

    /**
     * R<sub>K</sub> of Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", Computational
     * Biology and Chemistry 28 (2004), which for two classes is Matthews' coefficient. Products of counts are taken as whole
     * numbers of any length, so nothing is lost where they nearly cancel.
     *
     * @return at most 1, and 0 for answers that have nothing to do with the truth; NaN where all images are of one class or all
     *         were read as one
     */
    static double of(ConfusionMatrix matrix) {
        var total = BigInteger.valueOf(matrix.total());
        var covariance = total.multiply(BigInteger.valueOf(matrix.correct()));
        var varianceOfTruth = BigInteger.ZERO;
        var varianceOfPrediction = BigInteger.ZERO;
        for (int c = 0; c < matrix.classCount(); c++) {
            var truths = BigInteger.valueOf(matrix.truthTotal(c));
            var predictions = BigInteger.valueOf(matrix.predictionTotal(c));
            covariance = covariance.subtract(truths.multiply(predictions));
            varianceOfTruth = varianceOfTruth.add(truths.multiply(total.subtract(truths)));
            varianceOfPrediction = varianceOfPrediction.add(predictions.multiply(total.subtract(predictions)));
        }
        var product = varianceOfTruth.multiply(varianceOfPrediction);
        if (product.signum() == 0) {
            return Double.NaN;
        }
        var root = new BigDecimal(product).sqrt(MathContext.DECIMAL128);
        return new BigDecimal(covariance).divide(root, MathContext.DECIMAL128).doubleValue();
    }
}
