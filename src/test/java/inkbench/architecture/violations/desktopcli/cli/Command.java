package inkbench.architecture.violations.desktopcli.cli;

public final class Command {}
