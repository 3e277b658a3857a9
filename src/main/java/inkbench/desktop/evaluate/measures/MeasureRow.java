package inkbench.desktop.evaluate.measures;

import java.util.List;
import java.util.Locale;

/**
 * A measure and its values.
 *
 * @param definition
 *            what it is, in a sentence
 * @param pValue
 *            whether the values are of a test
 * @param values
 *            NaN where there is none
 */
record MeasureRow(String name, String definition, boolean pValue, List<Double> values) {
    /** What R writes where nothing can be said. */
    static final String NOT_AVAILABLE = "NA";

    /** Below this R's P-values are not told apart. */
    private static final double SMALLEST = 2.2e-16;
    private static final double SMALLEST_DECIMAL = 5e-5;

    /** A value in four digits, as R's caret prints them. */
    String text(int place) {
        double value = values.get(place);
        if (Double.isNaN(value)) {
            return NOT_AVAILABLE;
        }
        if (pValue && value < SMALLEST) {
            return "< 2.2e-16";
        }
        boolean small = value != 0 && Math.abs(value) < SMALLEST_DECIMAL;
        return String.format(Locale.ROOT, small ? "%.3e" : "%.4f", value);
    }
}
