package inkbench.architecture.violations.features.desktop.shell;

import inkbench.architecture.violations.features.desktop.draw.DrawView;

public final class Shell {
    DrawView place;
}
