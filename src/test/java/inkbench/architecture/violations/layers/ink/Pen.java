package inkbench.architecture.violations.layers.ink;

import inkbench.architecture.violations.layers.task.Work;

public final class Pen {
    Work drawing;
}
