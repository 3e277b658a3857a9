package inkbench.cli;

import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inkbench}: what there is to choose from. */
@Command(name = "inkbench", resourceBundle = "inkbench.cli.messages", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
        DataCommand.class, TrainCommand.class, EvaluateCommand.class, ConfusionCommand.class, ClassifyCommand.class,
        BenchCommand.class})
final class InkbenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                Messages.of(InkbenchCommand.class).get("usage.commandMissing"));
    }
}
