package inkbench.architecture.violations.features.desktop.train;

import inkbench.architecture.violations.features.desktop.draw.DrawView;

final class ShortcutViolation {
    DrawView opened;
}
