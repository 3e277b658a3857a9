package inkbench.cli;

import java.io.PrintWriter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** The one JSON document that a command prints with {@code --json}. */
final class Json {
    private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private Json() {}

    /** Prints records, maps and lists as one document. */
    static void print(PrintWriter out, Object document) {
        try {
            out.println(WRITER.writeValueAsString(document));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of records always has a JSON form", e);
        }
    }

    /** A number for JSON, which knows no NaN: what was not measured is {@code null}. */
    static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
