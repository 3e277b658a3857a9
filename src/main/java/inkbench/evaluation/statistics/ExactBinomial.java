package inkbench.evaluation.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Exact statements on a probability from so many successes in so many trials.
 *
 * <p>A binomial tail is an incomplete beta function: P(X ≥ k) = I<sub>p</sub>(k, n − k + 1). That is used in place of a binomial
 * distribution, because libraries count trials in an {@code int}. The library's incomplete beta function loses digits as counts
 * grow: compared with R, tails have a relative error of 10<sup>−7</sup> for 10<sup>10</sup> trials and 2·10<sup>−5</sup> for
 * 10<sup>12</sup>; limits of the interval one below 10<sup>−9</sup> up to 10<sup>15</sup>.
 */
public final class ExactBinomial {
    private ExactBinomial() {}

    /**
     * Limits between which a probability lies.
     *
     * @param lower
     *            0…1; NaN where there were no trials
     * @param upper
     *            0…1; NaN where there were no trials
     */
    public record Interval(double lower, double upper) {}

    /**
     * The two-sided interval of Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the
     * binomial", Biometrika 26 (1934), as R's {@code binom.test} gives it.
     *
     * @param successes
     *            0…trials
     * @param level
     *            such as 0.95
     */
    public static Interval interval(long successes, long trials, double level) {
        if (trials == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double tail = (1 - level) / 2;
        double failures = (double) trials - successes;
        double lower = successes == 0 ? 0 : betaQuantile(tail, successes, failures + 1);
        double upper = successes == trials ? 1 : betaQuantile(1 - tail, successes + 1.0, failures);
        return new Interval(lower, upper);
    }

    /** P(X ≥ successes) for a binomial X: the P-value of the test against "no more often than {@code probability}". */
    public static double atLeast(long successes, long trials, double probability) {
        if (successes == 0) {
            return 1;
        }
        return BetaDistribution.of(successes, (double) trials - successes + 1).cumulativeProbability(probability);
    }

    /**
     * Two-sided P-value of the test whether successes and failures are equally likely: twice the smaller tail, at most 1. For
     * p = ½ that is what R's {@code binom.test} gives; 1 where there were no trials.
     */
    public static double evenOdds(long successes, long trials) {
        long rarer = Math.min(successes, trials - successes);
        return Math.min(1, 2 * atLeast(trials - rarer, trials, 0.5));
    }

    /**
     * Halves the doubles between 0 and 1, not the interval: so a limit near 0 has as many right digits as one near 1. The
     * library's own search stops 1e-9 from the answer, which can be more than the answer.
     */
    private static double betaQuantile(double probability, double alpha, double beta) {
        var distribution = BetaDistribution.of(alpha, beta);
        long low = 0;
        long high = Double.doubleToLongBits(1);
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (distribution.cumulativeProbability(Double.longBitsToDouble(middle)) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Double.longBitsToDouble(high);
    }
}
