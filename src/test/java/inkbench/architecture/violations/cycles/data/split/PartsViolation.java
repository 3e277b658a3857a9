package inkbench.architecture.violations.cycles.data.split;

import inkbench.architecture.violations.cycles.data.Images;

public final class PartsViolation {
    Images all;
}
