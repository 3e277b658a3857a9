package inkbench.architecture.violations.layers.store;

import inkbench.architecture.violations.layers.model.Network;

public final class Workspace {
    Network latest;
}
