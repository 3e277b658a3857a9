package inkbench.architecture.violations.features.desktop.draw;

import inkbench.architecture.violations.features.desktop.shell.Shell;

final class HomeViolation {
    Shell leadsBack;
}
