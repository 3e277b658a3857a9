package inkbench.evaluation.caret;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Numbers as R prints them. The rules are those of {@code formatReal} in R's {@code format.c}, and of its functions
 * {@code round} (since R 4.0.0) and {@code format.pval}.
 */
final class RNumbers {
    /** How R writes what is not available; it writes NaN for 0/0, which is NA here too. */
    private static final String NOT_AVAILABLE = "NA";
    /** R's {@code .Machine$double.eps}: P-values below it are printed as being below it. */
    private static final double EPSILON = Math.ulp(1.0);
    /** With so many digits every rounded number is written in full. */
    private static final int DIGITS_OF_TEXT = 15;
    /** P-values from 1e-4 on are brought to a common form, smaller ones to another. */
    private static final double SMALLEST_FIXED = 1e-4;

    private RNumbers() {}

    /**
     * All numbers in the one form, fixed or scientific, that is shorter, with as many decimals for all as the one needs that
     * needs most to show {@code digits} significant digits. Not padded.
     */
    static String[] format(double[] values, int digits) {
        var decimals = Arrays.stream(values)
                .filter(Double::isFinite)
                .mapToObj(value -> significant(value, digits))
                .toArray(BigDecimal[]::new);
        int left = 1;
        int right = 0;
        int mantissa = 1;
        int exponentDigits = 2;
        boolean negative = false;
        for (var decimal : decimals) {
            int exponent = exponent(decimal);
            left = Math.max(left, exponent + 1);
            right = Math.max(right, decimal.precision() - exponent - 1);
            mantissa = Math.max(mantissa, decimal.precision());
            exponentDigits = Math.max(exponentDigits, Integer.toString(Math.abs(exponent)).length());
            negative |= decimal.signum() < 0;
        }
        int sign = negative ? 1 : 0;
        int fixedWidth = sign + left + (right > 0 ? right + 1 : 0);
        int scientificWidth = sign + mantissa + (mantissa > 1 ? 1 : 0) + 2 + exponentDigits;
        int places = right;
        int mantissaDigits = mantissa;
        return Arrays.stream(values)
                .mapToObj(
                        value -> !Double.isFinite(value)
                                ? NOT_AVAILABLE
                                : fixedWidth <= scientificWidth
                                        ? new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString()
                                        : scientific(value, mantissaDigits))
                .toArray(String[]::new);
    }

    /** A number rounded to some decimals, without zeros at its end. */
    static String rounded(double value, int decimals) {
        return format(new double[]{round(value, decimals)}, DIGITS_OF_TEXT)[0];
    }

    /** P-values that are printed together, which decides on their digits. */
    static String[] pValues(double[] values, int digits) {
        var texts = new String[values.length];
        Arrays.fill(texts, NOT_AVAILABLE);
        fill(texts, values, value -> value >= EPSILON && value >= SMALLEST_FIXED, digits);
        fill(texts, values, value -> value >= EPSILON && value < SMALLEST_FIXED, digits);
        int longest = IntStream.range(0, values.length)
                .filter(i -> values[i] >= EPSILON)
                .map(i -> texts[i].length())
                .max()
                .orElse(0);
        var below = below(longest, digits - 2);
        for (int i = 0; i < values.length; i++) {
            if (values[i] < EPSILON) {
                texts[i] = below;
            }
        }
        return texts;
    }

    private static void fill(String[] texts, double[] values, DoublePredicate chosen, int digits) {
        var formatted = format(DoubleStream.of(values).filter(chosen).toArray(), digits);
        for (int i = 0, next = 0; i < values.length; i++) {
            if (chosen.test(values[i])) {
                texts[i] = formatted[next++];
            }
        }
    }

    /** "< 2.2e-16", shortened to "<2e-16" beside short neighbours. */
    private static String below(int longestNeighbour, int most) {
        int digits = Math.max(1, most);
        if (longestNeighbour > 0 && digits > 1 && digits + 6 > longestNeighbour) {
            digits = Math.max(1, longestNeighbour - 7);
        }
        boolean close = digits == 1 && longestNeighbour <= 6;
        return (close ? "<" : "< ") + format(new double[]{EPSILON}, digits)[0];
    }

    /** The nearer of the two neighbours with so many decimals; of two as near, the even one. */
    private static double round(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return value;
        }
        double scale = Math.pow(10, decimals);
        double size = Math.abs(value);
        double units = Math.floor(scale * size);
        double down = units / scale;
        double up = Math.ceil(scale * size) / scale;
        double toDown = size - down;
        double toUp = up - size;
        boolean even = units % 2 == 0;
        return Math.copySign(toDown < toUp || toDown == toUp && even ? down : up, value);
    }

    /** Rounded to some significant digits, and without zeros at the end. */
    private static BigDecimal significant(double value, int digits) {
        if (value == 0) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** Of the first digit: 0 for 1…9.99, −1 for 0.1…0.999. */
    private static int exponent(BigDecimal decimal) {
        return decimal.precision() - decimal.scale() - 1;
    }

    private static String scientific(double value, int mantissaDigits) {
        var decimal = new BigDecimal(value).round(new MathContext(mantissaDigits, RoundingMode.HALF_EVEN));
        int exponent = value == 0 ? 0 : exponent(decimal);
        var mantissa = decimal.scaleByPowerOfTen(-exponent).setScale(mantissaDigits - 1, RoundingMode.HALF_EVEN);
        var size = Integer.toString(Math.abs(exponent));
        return mantissa.toPlainString() + (exponent < 0 ? "e-" : "e+") + (size.length() < 2 ? "0" + size : size);
    }
}
