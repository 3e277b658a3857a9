package inkbench.architecture.violations.layers.data;

import inkbench.architecture.violations.layers.model.Network;

final class ReaderViolation {
    Network fills;
}
