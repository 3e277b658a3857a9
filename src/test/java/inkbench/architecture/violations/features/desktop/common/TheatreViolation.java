package inkbench.architecture.violations.features.desktop.common;

import inkbench.architecture.violations.features.desktop.draw.DrawView;

final class TheatreViolation {
    DrawView shown;
}
