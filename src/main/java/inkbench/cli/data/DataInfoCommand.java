package inkbench.cli.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.OpeningOptions;
import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.data.Polarity;
import inkbench.data.format.OpenedData;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench data info}: what is in a data set. */
@Command(name = "info", mixinStandardHelpOptions = true)
final class DataInfoCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(DataInfoCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private OpeningOptions opening;
    @Parameters(paramLabel = "D", descriptionKey = "data")
    private String data;
    @Option(names = "--no-hash", descriptionKey = "info.noHash")
    private boolean withoutHash;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DataInfoCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        OpenedData opened;
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.open", data))) {
            opened = opening.open(workbench, data, progress);
        }
        var set = opened.data();
        var note = workbench.data().note(set);
        note.ifPresent(spec.commandLine().getErr()::println);
        boolean darkOnLight = Polarity.isDarkOnLight(set.first());
        if (darkOnLight) {
            spec.commandLine().getErr().println(messages.get("info.darkOnLight", set.name()));
        }
        var hash = withoutHash ? null : hash(set);
        if (json) {
            Json.print(spec.commandLine().getOut(), document(opened, hash, note.orElse(null), darkOnLight));
        } else {
            print(set, hash);
        }
        return 0;
    }

    private String hash(PartedDataset set) {
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.hash", data))) {
            return set.sha256(progress);
        }
    }

    private static Info document(OpenedData opened, String hash, String note, boolean darkOnLight) {
        var set = opened.data();
        var parts = new LinkedHashMap<String, PartInfo>();
        set.parts().forEach((part, images) -> parts.put(part.key(), new PartInfo(images.size(), classes(images))));
        return new Info(
                set.name(),
                set.width(),
                set.height(),
                parts,
                hash,
                note,
                opened.notes(),
                darkOnLight,
                set.relabelledCount(),
                set.excludedCount());
    }

    private static Map<String, Integer> classes(Dataset images) {
        var classes = new LinkedHashMap<String, Integer>();
        if (images.labelled()) {
            var counts = images.classCounts();
            for (int c = 0; c < counts.length; c++) {
                classes.put(images.classNames().get(c), counts[c]);
            }
        }
        return classes;
    }

    private void print(PartedDataset set, String hash) {
        var out = spec.commandLine().getOut();
        out.println(messages.get("info.heading", set.name(), set.width(), set.height()));
        set.parts().forEach((part, images) -> {
            out.println(messages.get("info.part", part.key(), images.size()));
            classes(images).forEach(
                    (name, count) -> out.printf("  %s  %,8d  %5.1f%%%n", name, count, 100.0 * count / images.size()));
        });
        if (hash != null) {
            out.println(messages.get("info.hash", hash));
        }
    }

    private record Info(
            String name,
            int width,
            int height,
            Map<String, PartInfo> parts,
            String sha256,
            String note,
            List<String> notes,
            boolean darkOnLight,
            int relabelled,
            int excluded) {}

    private record PartInfo(int count, Map<String, Integer> classes) {}
}
