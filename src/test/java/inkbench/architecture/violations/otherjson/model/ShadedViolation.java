package inkbench.architecture.violations.otherjson.model;

import org.nd4j.shade.jackson.databind.JsonNode;

final class ShadedViolation {
    JsonNode fields;
}
