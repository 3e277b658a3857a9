package inkbench.statistics;

import java.util.Arrays;
import java.util.Set;

/**
 * The statistics of one group of images.
 *
 * @param count
 *            how many images it has
 * @param values
 *            of every pixel, by the statistic's ordinal; null for a statistic that was not asked for
 */
record GroupStatistics(int count, double[][] values) {
    private static final double[] N_LOG_N = new double[1024];

    static {
        Arrays.setAll(N_LOG_N, n -> n == 0 ? 0 : nLogN(n));
    }

    static GroupStatistics of(PixelCounts counts, Set<PixelStatistic> wanted) {
        int n = counts.images();
        var all = new double[PixelStatistic.values().length][];
        wanted.forEach(statistic -> all[statistic.ordinal()] = new double[counts.size()]);
        boolean moments = wanted.contains(PixelStatistic.MEAN) || wanted.contains(PixelStatistic.STANDARD_DEVIATION);
        for (int pixel = 0; pixel < counts.size(); pixel++) {
            var values = counts.ofPixel(pixel);
            if (moments) {
                setMoments(values, n, pixel, all);
            }
            for (var statistic : wanted) {
                switch (statistic) {
                    case MEDIAN -> all[statistic.ordinal()][pixel] = median(values, n);
                    case MINIMUM -> all[statistic.ordinal()][pixel] = n == 0 ? Double.NaN : valueAt(values, 0);
                    case MAXIMUM -> all[statistic.ordinal()][pixel] = n == 0 ? Double.NaN : largest(values);
                    case ENTROPY -> all[statistic.ordinal()][pixel] = entropy(values, n);
                    case MEAN, STANDARD_DEVIATION -> {
                        // Set together above.
                    }
                }
            }
        }
        return new GroupStatistics(n, all);
    }

    private static void setMoments(int[] counts, int n, int pixel, double[][] all) {
        long sum = 0;
        long squares = 0;
        for (int value = 1; value < PixelCounts.VALUES; value++) {
            sum += (long) value * counts[value];
            squares += (long) value * value * counts[value];
        }
        var means = all[PixelStatistic.MEAN.ordinal()];
        if (means != null) {
            means[pixel] = (double) sum / n;
        }
        var deviations = all[PixelStatistic.STANDARD_DEVIATION.ordinal()];
        if (deviations != null) {
            deviations[pixel] = deviation(sum, squares, n);
        }
    }

    private static double median(int[] counts, int n) {
        if (n == 0) {
            return Double.NaN;
        }
        return (valueAt(counts, (n - 1) / 2) + valueAt(counts, n / 2)) / 2.0;
    }

    /** The value at a place, from 0, of all values in ascending order. */
    private static int valueAt(int[] counts, int place) {
        int value = 0;
        for (int before = counts[0]; before <= place; before += counts[value]) {
            value++;
        }
        return value;
    }

    private static int largest(int[] counts) {
        int value = PixelCounts.VALUES - 1;
        while (counts[value] == 0) {
            value--;
        }
        return value;
    }

    /**
     * The sum of squared deviations is (n Σv² − (Σv)²) / n: whole numbers up to here, so that nothing cancels, and exact for
     * up to 11 million images of a group.
     */
    private static double deviation(long sum, long squares, int n) {
        if (n < 2) {
            return Double.NaN;
        }
        long scaled = Math.subtractExact(Math.multiplyExact(n, squares), Math.multiplyExact(sum, sum));
        return Math.sqrt((double) scaled / ((double) n * (n - 1)));
    }

    /** −Σ (c/n) log₂ (c/n) is log₂ n − (Σ c log₂ c) / n, and small counts, which most are, have their c log₂ c ready. */
    private static double entropy(int[] counts, int n) {
        if (n == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int count : counts) {
            sum += count < N_LOG_N.length ? N_LOG_N[count] : nLogN(count);
        }
        return Math.max(0, (nLogN(n) - sum) / n);
    }

    private static double nLogN(int n) {
        return n * (Math.log(n) / Math.log(2));
    }
}
