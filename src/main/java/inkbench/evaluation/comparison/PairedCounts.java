package inkbench.evaluation.comparison;

import org.apache.commons.statistics.distribution.NormalDistribution;

import inkbench.evaluation.statistics.ExactBinomial;
import inkbench.evaluation.statistics.ExactBinomial.Interval;

/**
 * Two models' answers on the same images, counted.
 *
 * @param bothRight
 *            images that both read right
 * @param fixed
 *            images that only the second reads right
 * @param broken
 *            images that only the first reads right
 * @param bothWrong
 *            images that both read wrong
 */
public record PairedCounts(long bothRight, long fixed, long broken, long bothWrong) {
    /** How many images there are. */
    public long total() {
        return bothRight + fixed + broken + bothWrong;
    }

    /** Accuracy of the second model less that of the first, −1…1; NaN without images. */
    public double difference() {
        return (double) (fixed - broken) / total();
    }

    /**
     * How probable it would be that as many or more of the images on which the models differ go one way, if both models were
     * as good, 0…1: the exact test of McNemar, two-sided. It is exact for many such images too, so it needs neither χ² nor a
     * correction; 1 where the models never differ.
     */
    public double pValue() {
        return ExactBinomial.evenOdds(fixed, fixed + broken);
    }

    /**
     * Where the difference of the two models' accuracies lies: the square-and-add interval, method 10 of Newcombe, "Improved
     * confidence intervals for the difference between binomial proportions based on paired data", Statistics in Medicine 17
     * (1998).
     *
     * @param level
     *            such as 0.95
     * @return limits in −1…1; NaN without images
     */
    public Interval differenceInterval(double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double n = total();
        double second = (bothRight + fixed) / n;
        double first = (bothRight + broken) / n;
        var ofSecond = wilson(second, n, z);
        var ofFirst = wilson(first, n, z);
        double phi = correlation();
        double difference = second - first;
        return new Interval(
                difference - distance(second - ofSecond.lower(), ofFirst.upper() - first, phi),
                difference + distance(ofSecond.upper() - second, first - ofFirst.lower(), phi));
    }

    /** φ of the two models' successes, brought nearer to 0 where it is positive; 0 where a model is always right or wrong. */
    private double correlation() {
        double margins = (double) (bothRight + fixed)
                * (broken + bothWrong)
                * (bothRight + broken)
                * (fixed + bothWrong);
        if (margins == 0) {
            return 0;
        }
        double product = (double) bothRight * bothWrong - (double) fixed * broken;
        double corrected = product > 0 ? Math.max(0, product - total() / 2.0) : product;
        return corrected / Math.sqrt(margins);
    }

    private static double distance(double one, double other, double phi) {
        return Math.sqrt(one * one - 2 * phi * one * other + other * other);
    }

    /** Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927). */
    private static Interval wilson(double share, double n, double z) {
        double centre = 2 * n * share + z * z;
        double reach = z * Math.sqrt(z * z + 4 * n * share * (1 - share));
        double scale = 2 * (n + z * z);
        return new Interval((centre - reach) / scale, (centre + reach) / scale);
    }
}
