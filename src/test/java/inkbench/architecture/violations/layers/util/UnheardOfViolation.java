package inkbench.architecture.violations.layers.util;

import inkbench.architecture.violations.layers.task.Work;

final class UnheardOfViolation {
    Work anything;
}
