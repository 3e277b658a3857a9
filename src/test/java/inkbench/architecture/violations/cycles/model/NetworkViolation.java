package inkbench.architecture.violations.cycles.model;

import inkbench.architecture.violations.cycles.data.split.PartsViolation;

public final class NetworkViolation {
    PartsViolation trainedOn;
}
