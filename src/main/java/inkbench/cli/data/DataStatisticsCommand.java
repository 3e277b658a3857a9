package inkbench.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.OpeningOptions;
import inkbench.task.Progress;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench data statistics}: pixel statistics and class distribution as pictures and tables. */
@Command(name = "statistics", mixinStandardHelpOptions = true)
final class DataStatisticsCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(DataStatisticsCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private OpeningOptions opening;
    @Parameters(paramLabel = "D", descriptionKey = "data")
    private String data;
    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "statistics.out")
    private Path folder;

    DataStatisticsCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        var set = opening.open(workbench, data, Progress.NONE).data();
        try (var progress = ConsoleProgress
                .of(spec.commandLine().getErr(), messages.get("progress.statistics", set.name()))) {
            workbench.data().writeStatistics(set, folder, progress);
        }
        spec.commandLine().getOut().println(messages.get("statistics.done", folder));
        return 0;
    }
}
