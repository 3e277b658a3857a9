package inkbench.architecture.violations.layers.model;

public final class Network {}
