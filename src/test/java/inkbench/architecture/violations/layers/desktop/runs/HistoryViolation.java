package inkbench.architecture.violations.layers.desktop.runs;

import inkbench.architecture.violations.layers.store.Workspace;

final class HistoryViolation {
    Workspace opened;
}
