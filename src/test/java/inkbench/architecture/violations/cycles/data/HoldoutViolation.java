package inkbench.architecture.violations.cycles.data;

import inkbench.architecture.violations.cycles.model.NetworkViolation;

final class HoldoutViolation {
    NetworkViolation trainedOnIt;
}
