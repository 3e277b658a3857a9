package inkbench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactBinomialTest {
    /** R: {@code binom.test(k, n)$conf.int}, for the last line {@code qbeta}. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0,    10,    0,                      0.30849710781876083
            10,   10,    0.69150289218123917,    1
            7,    9,     0.39990642628368794,    0.97185502652210177
            1,    1e10,  2.5317807984257816e-12, 5.5716433896653147e-10
            """)
    void intervalIsThatOfR(double successes, double trials, double lower, double upper) {
        var interval = ExactBinomial.interval((long) successes, (long) trials, 0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-9 * lower));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9 * upper));
    }

    @Test
    void intervalOfNothingIsNotAvailable() {
        assertThat(ExactBinomial.interval(0, 0, 0.95))
                .isEqualTo(new ExactBinomial.Interval(Double.NaN, Double.NaN));
    }

    @Test
    void limitsAreWhereEachTailHasHalfOfTheRest() {
        var random = new Random(5);
        for (int i = 0; i < 50; i++) {
            int trials = 1 + random.nextInt(5000);
            int successes = random.nextInt(trials + 1);
            var interval = ExactBinomial.interval(successes, trials, 0.9);

            if (successes > 0) {
                var atLower = BinomialDistribution.of(trials, interval.lower());
                assertThat(atLower.survivalProbability(successes - 1)).isCloseTo(0.05, within(1e-9));
            }
            if (successes < trials) {
                var atUpper = BinomialDistribution.of(trials, interval.upper());
                assertThat(atUpper.cumulativeProbability(successes)).isCloseTo(0.05, within(1e-9));
            }
        }
    }

    @Test
    void tailIsThatOfTheBinomialDistribution() {
        var random = new Random(6);
        for (int i = 0; i < 200; i++) {
            int trials = 1 + random.nextInt(20_000);
            int successes = random.nextInt(trials + 1);
            double probability = random.nextDouble();

            double expected = BinomialDistribution.of(trials, probability).survivalProbability(successes - 1);
            assertThat(ExactBinomial.atLeast(successes, trials, probability))
                    .isCloseTo(expected, within(1e-9 * expected));
        }
    }

    /** R: {@code binom.test(k, n)$p.value}. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            60, 150, 0.017597691928785773
            90, 150, 0.017597691928785773
            1,  8,   0.070312500000000028
            7,  10,  0.34375000000000011
            5,  10,  1
            0,  0,   1
            """)
    void evenOddsAreTestedOnBothSides(long successes, long trials, double expected) {
        assertThat(ExactBinomial.evenOdds(successes, trials)).isCloseTo(expected, within(1e-12));
    }
}
