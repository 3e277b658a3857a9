package inkbench.desktop.common.chart;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Round numbers along an axis.
 *
 * @param values
 *            ascending, all within the range
 * @param decimals
 *            digits behind the point that tell them apart
 */
record Ticks(double[] values, int decimals) {
    /**
     * Multiples of 1, 2 or 5 times a power of ten.
     *
     * @param most
     *            about how many at most, at least 1
     */
    static Ticks linear(double from, double to, int most) {
        double step = step((to - from) / most);
        return multiples(from, to, step);
    }

    /** The same, with whole numbers only. */
    static Ticks whole(double from, double to, int most) {
        return multiples(from, to, Math.max(1, step((to - from) / most)));
    }

    /** 1, 2 and 5 times powers of ten, or only the powers where these are too many. */
    static Ticks logarithmic(double from, double to, int most) {
        int low = (int) Math.floor(Math.log10(from));
        int high = (int) Math.ceil(Math.log10(to));
        for (int[] factors : new int[][]{{1, 2, 5}, {1, 3}, {1}}) {
            var values = IntStream.rangeClosed(low, high)
                    .boxed()
                    .flatMapToDouble(exponent -> {
                        IntToDoubleFunction times = factor -> factor * Math.pow(10, exponent);
                        return Arrays.stream(factors).mapToDouble(times);
                    })
                    .filter(value -> value >= from * 0.999 && value <= to * 1.001)
                    .toArray();
            if (values.length <= most || factors.length == 1) {
                return new Ticks(values, Math.max(0, -low));
            }
        }
        throw new AssertionError("The last choice always returns");
    }

    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (int factor : new int[]{1, 2, 5}) {
            if (factor * power >= atLeast * 0.999) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static Ticks multiples(double from, double to, double step) {
        long first = (long) Math.ceil(from / step - 1e-6);
        long last = (long) Math.floor(to / step + 1e-6);
        int count = Math.clamp(last - first + 1, 0, 1000);
        var values = IntStream.range(0, count).mapToDouble(i -> (first + i) * step).toArray();
        return new Ticks(values, (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
    }
}
