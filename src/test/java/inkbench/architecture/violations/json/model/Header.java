package inkbench.architecture.violations.json.model;

import com.fasterxml.jackson.databind.JsonNode;

final class Header {
    JsonNode fields;
}
