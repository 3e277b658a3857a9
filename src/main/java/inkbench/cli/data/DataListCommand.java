package inkbench.cli.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import inkbench.app.CatalogLibrary;
import inkbench.app.Workbench;
import inkbench.cli.common.Json;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench data list}: the data sets that can be fetched. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class DataListCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    private final Workbench workbench;
    private final Messages messages = Messages.of(DataListCommand.class);

    @Spec
    private CommandSpec spec;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DataListCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        var items = workbench.catalog().items();
        if (json) {
            Json.print(spec.commandLine().getOut(), items.stream().map(DataListCommand::row).toList());
        } else {
            print(items);
        }
        return 0;
    }

    private void print(List<CatalogLibrary.Item> items) {
        var out = spec.commandLine().getOut();
        int names = items.stream().mapToInt(item -> item.entry().name().length()).max().orElse(0);
        int titles = items.stream().mapToInt(item -> item.entry().title().length()).max().orElse(0);
        for (var item : items) {
            var entry = item.entry();
            var size = entry.downloadSize().isPresent()
                    ? messages.get("list.size", entry.downloadSize().getAsLong() / MEGABYTE)
                    : messages.get("list.size.unknown");
            var state = item.installed() ? "list.installed" : entry.verifiable() ? "list.absent" : "list.unverifiable";
            out.printf(
                    "%-" + names + "s  %-" + titles + "s  %,9d  %12s  %-13s  %s%n",
                    entry.name(),
                    entry.title(),
                    entry.imageCount(),
                    size,
                    messages.get(state),
                    entry.licence());
        }
    }

    private static Row row(CatalogLibrary.Item item) {
        var entry = item.entry();
        var images = new LinkedHashMap<String, Integer>();
        entry.images()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> images.put(part.getKey().key(), part.getValue()));
        var size = entry.downloadSize();
        return new Row(
                entry.name(),
                entry.title(),
                images,
                entry.classNames(),
                size.isPresent() ? size.getAsLong() : null,
                item.installed(),
                entry.verifiable(),
                entry.licence(),
                entry.citation(),
                entry.notes());
    }

    private record Row(
            String name,
            String title,
            Map<String, Integer> images,
            List<String> classes,
            Long downloadBytes,
            boolean installed,
            boolean verifiable,
            String licence,
            String citation,
            String notes) {}
}
