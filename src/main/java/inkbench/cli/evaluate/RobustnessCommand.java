package inkbench.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import inkbench.app.Workbench;
import inkbench.app.robustness.RobustnessPlan;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.OpeningOptions;
import inkbench.cli.common.Options;
import inkbench.model.Model;
import inkbench.robustness.Distortion;
import inkbench.robustness.RobustnessReport;
import inkbench.task.Progress;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench robustness}: how well models read images that get worse and worse. */
@Command(name = "robustness", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class RobustnessCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(RobustnessCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private OpeningOptions opening;
    @Option(names = "--data", required = true, paramLabel = "D", descriptionKey = "data")
    private String data;
    @Option(names = "--model", paramLabel = "M.ink", descriptionKey = "robustness.model")
    private List<Path> files;
    @Option(names = "--part", paramLabel = "train|test|holdout", defaultValue = "test", descriptionKey = "evaluate.part")
    private String part;
    @Option(names = "--distortions", split = ",", paramLabel = "KIND", descriptionKey = "robustness.distortions")
    private List<String> kinds;
    @Option(names = "--images", paramLabel = "N", descriptionKey = "robustness.images")
    private Integer images;
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "seed")
    private long seed;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RobustnessCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        var chosen = Options.part(spec, "--part", part);
        var distortions = distortions();
        if (images != null) {
            Options.requireAtLeast(spec, "--images", images, 1);
        }
        var models = models();
        var set = opening.open(workbench, data, Progress.NONE).data();
        var all = new RobustnessPlan(models, workbench.data().part(set, chosen), distortions, seed);
        var plan = images == null ? all : all.withSample(images);
        RobustnessReport report;
        try (var progress = ConsoleProgress
                .of(spec.commandLine().getErr(), messages.get("progress.robustness", set.name()))) {
            report = workbench.robustness().measureNow(plan, progress);
        }
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, RobustnessDocument.of(report, set.name(), chosen));
        } else {
            new RobustnessTable(messages).print(report, set.name(), chosen, out);
        }
        return 0;
    }

    private List<Distortion> distortions() {
        if (kinds == null) {
            return List.of(Distortion.values());
        }
        return kinds.stream().map(this::distortion).distinct().toList();
    }

    private Distortion distortion(String key) {
        return Distortion.of(key).orElseThrow(() -> {
            var known = Arrays.stream(Distortion.values()).map(Distortion::key).collect(Collectors.joining(", "));
            return Options.refusal(spec, messages.get("robustness.unknown", key, known));
        });
    }

    private List<Model> models() throws IOException {
        if (files == null) {
            return List.of(workbench.models().shipped());
        }
        var models = new ArrayList<Model>();
        for (var file : files) {
            models.add(workbench.models().read(file));
        }
        return models;
    }
}
