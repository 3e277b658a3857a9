package inkbench.cli.data;

import inkbench.cli.common.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inkbench data}: the commands about data sets. */
@Command(name = "data", mixinStandardHelpOptions = true, subcommands = {
        DataListCommand.class, DataFetchCommand.class, DataInfoCommand.class, DataGenerateCommand.class,
        DataStatisticsCommand.class, DataExportCommand.class, DataDuplicatesCommand.class, DataSplitCommand.class})
public final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Options.commandMissing(spec);
    }
}
