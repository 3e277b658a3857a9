package inkbench.architecture.violations.features.desktop.draw;

import inkbench.architecture.violations.features.desktop.common.Session;

public final class DrawView {
    Session session;
}
