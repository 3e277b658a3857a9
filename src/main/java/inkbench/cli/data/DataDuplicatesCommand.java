package inkbench.cli.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import inkbench.app.SharedImage;
import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.data.PartedDataset;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench data duplicates}: the images that two sets, or the parts of one, have in common. */
@Command(name = "duplicates", mixinStandardHelpOptions = true)
final class DataDuplicatesCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(DataDuplicatesCommand.class);

    @Spec
    private CommandSpec spec;
    @Parameters(index = "0", paramLabel = "A", descriptionKey = "duplicates.a")
    private String first;
    @Parameters(index = "1", paramLabel = "B", arity = "0..1", descriptionKey = "duplicates.b")
    private String second;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DataDuplicatesCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        var a = open(first);
        List<SharedImage> shared;
        PartedDataset counted;
        if (second == null) {
            counted = a;
            try (var progress = comparing()) {
                shared = workbench.data().duplicates(a, progress);
            }
        } else {
            var b = open(second);
            counted = b;
            try (var progress = comparing()) {
                shared = workbench.data().duplicates(a, b, progress);
            }
        }
        var counts = new LinkedHashMap<String, Integer>();
        counted.parts().keySet().forEach(part -> counts.put(part.key(), 0));
        shared.forEach(image -> counts.merge(image.part().key(), 1, Integer::sum));
        if (json) {
            Json.print(spec.commandLine().getOut(), new Document(shared.stream().map(Pair::of).toList(), counts));
        } else {
            print(shared, counts);
        }
        return 0;
    }

    private PartedDataset open(String name) throws IOException {
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.open", name))) {
            return workbench.data().read(name, progress);
        }
    }

    private ConsoleProgress comparing() {
        return ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.duplicates"));
    }

    private void print(List<SharedImage> shared, Map<String, Integer> counts) {
        var out = spec.commandLine().getOut();
        for (var image : shared) {
            out.println(
                    messages.get(
                            "duplicates.pair",
                            image.partOfA().key(),
                            Integer.toString(image.a()),
                            image.part().key(),
                            Integer.toString(image.b())));
        }
        counts.forEach((part, count) -> out.println(messages.get("duplicates.count", part, count)));
    }

    /** What scripts rely on. */
    private record Document(List<Pair> pairs, Map<String, Integer> counts) {}

    private record Pair(int a, int b, String part, String partOfA) {
        static Pair of(SharedImage image) {
            return new Pair(image.a(), image.b(), image.part().key(), image.partOfA().key());
        }
    }
}
