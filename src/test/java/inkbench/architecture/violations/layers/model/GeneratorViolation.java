package inkbench.architecture.violations.layers.model;

import inkbench.architecture.violations.layers.data.generator.Writer;

final class GeneratorViolation {
    Writer samples;
}
