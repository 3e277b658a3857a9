package inkbench.architecture.violations.json.desktop;

import com.fasterxml.jackson.databind.ObjectMapper;

final class PreferencesViolation {
    ObjectMapper mapper;
}
