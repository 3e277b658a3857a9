package inkbench.architecture.violations.commands.app;

import picocli.CommandLine.Command;

@Command(name = "train")
final class UseCaseViolation {}
