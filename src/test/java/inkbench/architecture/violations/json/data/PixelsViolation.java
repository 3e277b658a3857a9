package inkbench.architecture.violations.json.data;

import com.fasterxml.jackson.databind.JsonNode;

final class PixelsViolation {
    JsonNode fields;
}
