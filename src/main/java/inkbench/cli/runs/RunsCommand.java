package inkbench.cli.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.cli.common.Jobs;
import inkbench.cli.common.Json;
import inkbench.cli.common.WorkspaceOption;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.RunRecord;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench runs}: the runs that were made, the newest first. */
@Command(name = "runs", mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(RunsCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private WorkspaceOption workspace;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RunsCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        workspace.open(workbench, spec.commandLine().getErr());
        var rows = new ArrayList<Row>();
        for (var run : Jobs.await(workbench.runs().runs())) {
            var epochs = Jobs.await(workbench.runs().epochs(run.id()));
            var tests = Jobs.await(workbench.runs().evaluations(run.id()));
            var accuracy = tests.isEmpty() ? Double.NaN : tests.getLast().matrix().accuracy();
            rows.add(Row.of(run, epochs, accuracy, workbench.runs().model(run)));
        }
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, rows);
        } else if (rows.isEmpty()) {
            out.println(messages.get("runs.none"));
        } else {
            rows.stream().map(this::line).forEach(out::println);
        }
        return 0;
    }

    private String line(Row row) {
        return messages.get(
                "runs.line",
                row.id(),
                row.name(),
                row.data(),
                messages.get("runs.state." + row.state()),
                row.epochs(),
                percent("runs.validation", row.validationAccuracy()),
                percent("runs.test", row.testAccuracy()),
                row.seconds());
    }

    private String percent(String key, Double share) {
        return share == null ? "" : messages.get(key, share);
    }

    /** What scripts rely on. */
    private record Row(
            long id,
            String name,
            String data,
            String state,
            int epochs,
            Double validationAccuracy,
            Double testAccuracy,
            double seconds,
            String started,
            long seed,
            Long group,
            String model) {
        static Row of(RunRecord run, List<EpochRecord> epochs, double testAccuracy, Optional<Path> model) {
            var begun = run.begun();
            return new Row(
                    run.id(),
                    begun.name(),
                    begun.dataName(),
                    run.state().key(),
                    epochs.size(),
                    epochs.isEmpty() ? null : Json.orNull(epochs.getLast().validationAccuracy()),
                    Json.orNull(testAccuracy),
                    epochs.stream().mapToDouble(EpochRecord::seconds).sum(),
                    begun.started().toString(),
                    begun.seed(),
                    begun.group().isPresent() ? (Long) begun.group().getAsLong() : null,
                    model.map(Path::toString).orElse(null));
        }
    }
}
