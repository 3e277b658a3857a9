package inkbench.architecture.violations.deserialization.app;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

final class PlainJson {
    JsonNode read(byte[] text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
