package inkbench.architecture.violations.clidesktop.cli;

import inkbench.architecture.violations.clidesktop.desktop.Window;

final class OpenWindowViolation {
    Window opened;
}
