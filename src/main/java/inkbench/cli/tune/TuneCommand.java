package inkbench.cli.tune;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import inkbench.app.DataLibrary;
import inkbench.app.Workbench;
import inkbench.app.strokes.DrawnDigits;
import inkbench.app.strokes.StrokeFile;
import inkbench.app.tuning.TunedModel;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.data.Part;
import inkbench.task.Progress;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench tune}: teaches a model somebody's own digits. */
@Command(name = "tune", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class TuneCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(TuneCommand.class);

    @Spec
    private CommandSpec spec;
    @Option(names = "--model", paramLabel = "M.ink", descriptionKey = "model")
    private Path model;
    @Option(names = "--strokes", required = true, paramLabel = "FILE.jsonl", descriptionKey = "strokes")
    private Path strokes;
    @Option(names = "--rehearse", paramLabel = "D", defaultValue = DataLibrary.BUILTIN, descriptionKey = "rehearse")
    private String rehearse;
    @Option(names = "--out", required = true, paramLabel = "M.ink", descriptionKey = "out")
    private Path out;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    TuneCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        workbench.models().checkWritable(out);
        var given = model == null ? workbench.models().shipped() : workbench.models().read(model);
        var own = DrawnDigits.of(StrokeFile.read(strokes), String.valueOf(strokes.getFileName()));
        var rehearsed = workbench.data().read(rehearse, Progress.NONE);
        var test = workbench.data().part(rehearsed, Part.TEST);
        TunedModel tuned;
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress", given.name()))) {
            tuned = workbench.tuning().tuneNow(given, own, rehearsed.first(), test, progress);
        }
        workbench.models().write(tuned.model(), out);
        var printer = spec.commandLine().getOut();
        if (json) {
            Json.print(printer, Document.of(tuned, rehearsed.name(), out));
        } else {
            printer.println(line("own", own.name(), tuned.own()));
            printer.println(line("test", rehearsed.name(), tuned.test()));
            printer.println(messages.get("done", out, tuned.seconds()));
        }
        return 0;
    }

    private String line(String key, String name, TunedModel.Change change) {
        return messages.get(key, name, change.images(), change.before(), change.after());
    }

    /**
     * For scripts.
     *
     * @param own
     *            on the digits that were learned, each after tuning as read without having been learned
     * @param test
     *            on the test images of what was rehearsed
     */
    private record Document(String file, String rehearsed, Row own, Row test, double seconds) {
        static Document of(TunedModel tuned, String rehearsed, Path file) {
            return new Document(
                    file.toString(),
                    rehearsed,
                    Row.of(tuned.own()),
                    Row.of(tuned.test()),
                    tuned.seconds());
        }
    }

    private record Row(int images, BigDecimal before, BigDecimal after) {
        static Row of(TunedModel.Change change) {
            return new Row(change.images(), Json.allDigits(change.before()), Json.allDigits(change.after()));
        }
    }
}
