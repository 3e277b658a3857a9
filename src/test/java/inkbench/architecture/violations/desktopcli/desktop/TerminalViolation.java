package inkbench.architecture.violations.desktopcli.desktop;

import inkbench.architecture.violations.desktopcli.cli.Command;

final class TerminalViolation {
    Command run;
}
