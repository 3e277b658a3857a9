package inkbench.architecture.violations.clidesktop.desktop;

public final class Window {}
