package inkbench.cli.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.data.DataException;
import inkbench.data.catalog.CatalogEntry;
import inkbench.data.catalog.FetchResult;
import inkbench.data.catalog.Trust;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench data fetch}: downloads and installs data sets. */
@Command(name = "fetch", mixinStandardHelpOptions = true)
final class DataFetchCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(DataFetchCommand.class);

    @Spec
    private CommandSpec spec;
    @Parameters(arity = "1..*", paramLabel = "NAME", descriptionKey = "fetch.names")
    private List<String> names;
    @Option(names = "--trust", descriptionKey = "fetch.trust")
    private boolean trust;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DataFetchCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        // A mistyped name should be told before the first of several downloads and not after it.
        var entries = new ArrayList<CatalogEntry>();
        for (var name : names) {
            entries.add(workbench.catalog().entry(name));
        }
        var out = spec.commandLine().getOut();
        for (var entry : entries) {
            fetch(entry);
            if (!json) {
                out.println(messages.get("fetch.done", entry.title(), entry.name()));
            }
        }
        if (json) {
            Json.print(out, entries.stream().map(entry -> new Row(entry.name(), entry.title(), true)).toList());
        }
        return 0;
    }

    private void fetch(CatalogEntry entry) throws IOException {
        FetchResult result;
        var err = spec.commandLine().getErr();
        try (var progress = ConsoleProgress.of(err, messages.get("progress.fetch", entry.title()))) {
            result = workbench.catalog().fetchNow(entry, trust ? Trust.ANY : Trust.NONE, progress);
        }
        if (result instanceof FetchResult.Unverified unverified) {
            var files = unverified.files()
                    .stream()
                    .map(file -> messages.get("fetch.file", file.name(), file.size(), file.sha256()))
                    .collect(Collectors.joining(", "));
            throw new DataException(messages.get("fetch.unverified", entry.title(), files, entry.name()));
        }
    }

    private record Row(String name, String title, boolean installed) {}
}
