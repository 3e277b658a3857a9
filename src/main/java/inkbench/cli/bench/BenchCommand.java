package inkbench.cli.bench;

import inkbench.cli.common.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inkbench bench}: the commands that measure speed. */
@Command(name = "bench", mixinStandardHelpOptions = true, subcommands = {
        BenchTrainCommand.class, BenchDataCommand.class})
public final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Options.commandMissing(spec);
    }
}
