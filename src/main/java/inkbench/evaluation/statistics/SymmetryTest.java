package inkbench.evaluation.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import inkbench.evaluation.ConfusionMatrix;

/**
 * The test of McNemar (two classes) and Bowker (more): is a taken for b as often as b for a?
 *
 * <p>McNemar, "Note on the sampling error of the difference between correlated proportions or percentages", Psychometrika 12
 * (1947); Bowker, "A test for symmetry in contingency tables", JASA 43 (1948). As R's {@code mcnemar.test} computes it: with a
 * correction for continuity for two classes only.
 *
 * @param statistic
 *            from 0; NaN where two classes were never taken for each other
 * @param degreesOfFreedom
 *            pairs of classes
 * @param pValue
 *            0…1; NaN where the statistic is
 */
public record SymmetryTest(double statistic, int degreesOfFreedom, double pValue) {
    /** Compares each pair of classes of a matrix with at least two. */
    static SymmetryTest of(ConfusionMatrix matrix) {
        int classes = matrix.classCount();
        double statistic = 0;
        for (int a = 0; a < classes; a++) {
            for (int b = a + 1; b < classes; b++) {
                double one = matrix.count(a, b);
                double other = matrix.count(b, a);
                double difference = Math.abs(one - other);
                if (classes == 2 && difference > 0) {
                    difference--;
                }
                statistic += difference * difference / (one + other);
            }
        }
        int pairs = classes * (classes - 1) / 2;
        double pValue = Double.isNaN(statistic)
                ? Double.NaN
                : ChiSquaredDistribution.of(pairs).survivalProbability(statistic);
        return new SymmetryTest(statistic, pairs, pValue);
    }
}
