package inkbench.cli;

import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inkbench bench}: the commands that measure speed. */
@Command(name = "bench", resourceBundle = "inkbench.cli.messages", mixinStandardHelpOptions = true, subcommands = {
        BenchTrainCommand.class, BenchDataCommand.class})
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                Messages.of(BenchCommand.class).get("usage.commandMissing"));
    }
}
