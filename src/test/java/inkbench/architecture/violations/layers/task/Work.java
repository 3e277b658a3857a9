package inkbench.architecture.violations.layers.task;

public final class Work {}
