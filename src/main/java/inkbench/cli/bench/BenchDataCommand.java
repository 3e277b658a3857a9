package inkbench.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.Options;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench bench data}: how fast a data set is read and its pixels are counted on this machine. */
@Command(name = "data", mixinStandardHelpOptions = true, showDefaultValues = true)
final class BenchDataCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(BenchDataCommand.class);

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "FILE", descriptionKey = "bench.data.file")
    private Path file;
    @Option(names = "--runs", paramLabel = "N", defaultValue = "10", descriptionKey = "bench.data.runs")
    private int runs;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    BenchDataCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        Options.requireAtLeast(spec, "--runs", runs, 1);
        var err = spec.commandLine().getErr();
        try (var progress = ConsoleProgress.of(err, messages.get("progress.bench"))) {
            var speed = workbench.dataSpeed(file, runs, progress);
            var out = spec.commandLine().getOut();
            if (json) {
                Json.print(out, new Figures(speed.readingSeconds(), speed.statisticsSeconds(), speed.images()));
            } else {
                out.println(
                        messages.get(
                                "bench.data.figures",
                                speed.images(),
                                speed.readingSeconds(),
                                speed.statisticsSeconds(),
                                runs));
            }
        }
        return 0;
    }

    /** What scripts rely on. */
    private record Figures(double csvSeconds, double statisticsSeconds, int images) {}
}
