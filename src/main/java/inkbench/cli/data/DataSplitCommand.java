package inkbench.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.Options;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.split.SplitPlan.By;
import inkbench.data.split.SplitPlan;
import inkbench.data.split.SplitShares;
import inkbench.statistics.ClassDistribution;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench data split}: cuts a part of a data set into parts of its own. */
@Command(name = "split", mixinStandardHelpOptions = true, showDefaultValues = true)
final class DataSplitCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(DataSplitCommand.class);

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "D", descriptionKey = "data")
    private String data;
    @Option(names = "--part", paramLabel = "PART", defaultValue = "train", descriptionKey = "split.part")
    private String part;
    @Option(names = "--train", paramLabel = "F", defaultValue = "0.8", descriptionKey = "split.train")
    private double train;
    @Option(names = "--test", paramLabel = "F", defaultValue = "0.2", descriptionKey = "split.test")
    private double test;
    @Option(names = "--holdout", paramLabel = "F", defaultValue = "0", descriptionKey = "split.holdout")
    private double holdout;
    @Option(names = "--use", paramLabel = "F", defaultValue = "1", descriptionKey = "split.use")
    private double use;
    @Option(names = "--writers", paramLabel = "FILE", descriptionKey = "split.writers")
    private Path writers;
    @Option(names = "--first-writers", descriptionKey = "split.firstWriters")
    private boolean firstWriters;
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "seed")
    private long seed;
    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "split.out")
    private Path folder;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DataSplitCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        if (!(use > 0 && use <= 1)) {
            throw new ParameterException(spec.commandLine(), messages.get("split.useOutside", use));
        }
        if (firstWriters && writers == null) {
            throw new ParameterException(spec.commandLine(), messages.get("split.firstWriters.alone"));
        }
        var plan = new SplitPlan(shares(), use, writers == null ? By.CLASS : By.WRITER, seed);
        var wanted = Options.part(spec, "--part", part);
        PartedDataset split;
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.open", data))) {
            var whole = workbench.data().part(workbench.data().read(data, progress), wanted);
            var known = writers == null ? whole : workbench.splits().withWriters(whole, writers, firstWriters);
            split = workbench.splits().split(known, plan);
        }
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.export", folder))) {
            workbench.splits().write(split, folder, progress);
        }
        var sizes = sizes(split);
        if (json) {
            Json.print(spec.commandLine().getOut(), new Document(folder.toString(), sizes, split.sha256()));
        } else {
            print(sizes);
        }
        return 0;
    }

    private SplitShares shares() {
        try {
            return new SplitShares(train, test, holdout);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), messages.get("split.shares", train, test, holdout), e);
        }
    }

    private static Map<String, Sizes> sizes(PartedDataset split) {
        var distribution = ClassDistribution.of(split);
        var sizes = new LinkedHashMap<String, Sizes>();
        for (var part : split.parts().keySet()) {
            sizes.put(part.key(), Sizes.of(distribution, part));
        }
        return sizes;
    }

    private void print(Map<String, Sizes> sizes) {
        var out = spec.commandLine().getOut();
        sizes.forEach((name, of) -> {
            out.println(messages.get("info.part", name, of.count()));
            of.classes().forEach((label, count) -> out.printf("  %s  %,8d%n", label, count));
        });
        out.println(messages.get("split.done", folder));
    }

    /** What scripts rely on. */
    private record Document(String folder, Map<String, Sizes> parts, String sha256) {}

    private record Sizes(int count, Map<String, Integer> classes) {
        static Sizes of(ClassDistribution distribution, Part part) {
            var classes = new LinkedHashMap<String, Integer>();
            var names = distribution.classNames();
            IntStream.range(0, names.size()).forEach(i -> classes.put(names.get(i), distribution.count(part, i)));
            return new Sizes(distribution.total(part), classes);
        }
    }
}
