package inkbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import inkbench.app.Workbench;

/** What one command printed and how it ended. */
record Cli(int code, String out, String err) {
    static Cli run(String... arguments) {
        return run(new Workbench(), arguments);
    }

    /** Runs a command with a workbench, which is closed after it. */
    static Cli run(Workbench workbench, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLineInterface.run(workbench, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Cli(code, out.toString(), err.toString());
    }

    /** Standard output, which must be one JSON document and nothing else. */
    JsonNode json() throws JsonProcessingException {
        return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(out);
    }
}
