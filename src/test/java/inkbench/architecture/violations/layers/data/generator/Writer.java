package inkbench.architecture.violations.layers.data.generator;

import inkbench.architecture.violations.layers.ink.Pen;

public final class Writer {
    Pen pen;
}
