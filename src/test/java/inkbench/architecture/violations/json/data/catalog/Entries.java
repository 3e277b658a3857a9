package inkbench.architecture.violations.json.data.catalog;

import com.fasterxml.jackson.databind.JsonNode;

final class Entries {
    JsonNode fields;
}
