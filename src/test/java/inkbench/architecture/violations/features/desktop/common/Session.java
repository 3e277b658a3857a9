package inkbench.architecture.violations.features.desktop.common;

public final class Session {}
