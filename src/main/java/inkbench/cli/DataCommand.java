package inkbench.cli;

import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inkbench data}: the commands about data sets. */
@Command(name = "data", resourceBundle = "inkbench.cli.messages", mixinStandardHelpOptions = true, subcommands = {
        DataListCommand.class, DataFetchCommand.class, DataInfoCommand.class, DataGenerateCommand.class,
        DataStatisticsCommand.class, DataExportCommand.class, DataDuplicatesCommand.class, DataSplitCommand.class})
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                Messages.of(DataCommand.class).get("usage.commandMissing"));
    }
}
