package inkbench.architecture.violations.cycles.data;

public final class Images {}
