package inkbench.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.DataExport.Exported;
import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.OpeningOptions;
import inkbench.cli.common.Options;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFormat;
import inkbench.data.format.DatasetWriter.Written;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench data export}: a data set in the format of another program. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class DataExportCommand implements Callable<Integer> {
    private static final double BYTES_PER_MB = 1e6;

    private final Workbench workbench;
    private final Messages messages = Messages.of(DataExportCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private OpeningOptions opening;
    @Parameters(paramLabel = "D", descriptionKey = "data")
    private String data;
    @Option(names = "--to", required = true, paramLabel = "PATH", descriptionKey = "export.to")
    private Path target;
    @Option(names = "--format", paramLabel = "idx|idx.gz|csv|npz|png", descriptionKey = "export.format")
    private String formatKey;
    @Option(names = "--part", paramLabel = "train|test|holdout", descriptionKey = "export.part")
    private List<String> partKeys = List.of();
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DataExportCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        var format = format();
        var wanted = EnumSet.noneOf(Part.class);
        partKeys.forEach(key -> wanted.add(Options.part(spec, "--part", key)));
        var set = workbench.export().only(open(), wanted);
        Exported exported;
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.export", target))) {
            exported = workbench.export().write(set, format, target, progress);
        }
        if (json) {
            Json.print(spec.commandLine().getOut(), Document.of(set, exported));
        } else {
            print(set, exported);
        }
        return 0;
    }

    private DatasetFormat format() {
        if (formatKey == null) {
            return DatasetFormat.meantBy(target);
        }
        var format = DatasetFormat.of(formatKey);
        return format.orElseThrow(
                () -> Options.refusal(spec, messages.get("usage.format", "--format", formatKey)));
    }

    private PartedDataset open() throws IOException {
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.open", data))) {
            return opening.open(workbench, data, progress).data();
        }
    }

    private void print(PartedDataset set, Exported exported) {
        var out = spec.commandLine().getOut();
        exported.written()
                .forEach(file -> out.println(messages.get("export.file", file.path(), file.files(), file.bytes())));
        out.println(
                messages.get(
                        "export.done",
                        set.name(),
                        exported.format().key(),
                        exported.images(),
                        exported.bytes() / BYTES_PER_MB));
        out.println(messages.get("info.hash", exported.sha256()));
    }

    private record Document(
            String name,
            String format,
            String to,
            int images,
            String sha256,
            long bytes,
            List<WrittenFile> written) {
        static Document of(PartedDataset set, Exported exported) {
            return new Document(
                    set.name(),
                    exported.format().key(),
                    exported.target().toString(),
                    exported.images(),
                    exported.sha256(),
                    exported.bytes(),
                    exported.written().stream().map(WrittenFile::of).toList());
        }
    }

    private record WrittenFile(String path, long files, long bytes) {
        static WrittenFile of(Written written) {
            return new WrittenFile(written.path().toString(), written.files(), written.bytes());
        }
    }
}
