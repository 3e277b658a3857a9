package inkbench.cli.common;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** The one JSON document that a command prints with {@code --json}. */
public final class Json {
    private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

    /** So many decimal digits tell every double from all others, and are what R and C print with {@code %.17g}. */
    private static final MathContext ALL_DIGITS = new MathContext(17);

    private Json() {}

    /** Prints records, maps and lists as one document. */
    public static void print(PrintWriter out, Object document) {
        try {
            out.println(WRITER.writeValueAsString(document));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of records always has a JSON form", e);
        }
    }

    /** A number for JSON, which knows no NaN: what was not measured is {@code null}. */
    public static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** A number with 17 digits, so that no digit of a statistic is lost to another program; {@code null} for NaN. */
    public static BigDecimal allDigits(double value) {
        return Double.isNaN(value) ? null : new BigDecimal(value).round(ALL_DIGITS).stripTrailingZeros();
    }
}
