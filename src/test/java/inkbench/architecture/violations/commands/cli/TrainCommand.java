package inkbench.architecture.violations.commands.cli;

import picocli.CommandLine.Command;

@Command(name = "train")
final class TrainCommand {}
