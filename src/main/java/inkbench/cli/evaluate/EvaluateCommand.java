package inkbench.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.app.review.ReviewedLabels;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.OpeningOptions;
import inkbench.cli.common.Options;
import inkbench.cli.common.ReviewDocument;
import inkbench.cli.common.ReviewText;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.caret.CaretText;
import inkbench.evaluation.failures.Failures;
import inkbench.evaluation.statistics.ConfusionStatistics;
import inkbench.model.Model;
import inkbench.task.Progress;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench evaluate}: how well a model reads a part of a data set. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class EvaluateCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(EvaluateCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private ModelOption model;
    @Mixin
    private OpeningOptions opening;
    @Option(names = "--data", required = true, paramLabel = "D", descriptionKey = "data")
    private String data;
    @Option(names = "--part", paramLabel = "train|test|holdout|all", defaultValue = "test", descriptionKey = "evaluate.part")
    private String part;
    @Option(names = "--compare", paramLabel = "B.ink", descriptionKey = "evaluate.compare")
    private Path compare;
    @Option(names = "--review", paramLabel = "N", descriptionKey = "evaluate.review")
    private Integer review;
    @Option(names = "--failures", paramLabel = "N", descriptionKey = "evaluate.failures")
    private Integer failures;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    EvaluateCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        var chosen = Options.partOrAll(spec, "--part", part);
        if (review != null) {
            Options.requireAtLeast(spec, "--review", review, 1);
        }
        if (failures != null) {
            Options.requireAtLeast(spec, "--failures", failures, 1);
        }
        if (chosen.isEmpty()) {
            refuseWithAllParts("--compare", compare);
            refuseWithAllParts("--review", review);
            refuseWithAllParts("--failures", failures);
        }
        var network = model.open(workbench);
        var set = opening.open(workbench, data, Progress.NONE).data();
        if (chosen.isPresent()) {
            one(network, set, chosen.get());
        } else {
            all(network, set);
        }
        return 0;
    }

    private void refuseWithAllParts(String option, Object value) {
        if (value != null) {
            throw Options.refusal(spec, messages.get("evaluate.onePart", option));
        }
    }

    private void one(Model network, PartedDataset set, Part chosen) throws IOException {
        var images = workbench.data().part(set, chosen);
        var other = compare == null ? null : workbench.models().read(compare);
        var evaluation = read(network, images, set.name());
        var comparison = other == null
                ? null
                : new Compared(read(other, images, set.name()), evaluation);
        var statistics = ConfusionStatistics.of(evaluation.confusion());
        var reviewed = review == null ? null : review(network, images);
        var failed = failures == null
                ? null
                : FailuresDocument.of(Failures.of(evaluation, failures), evaluation.dataset());
        var out = spec.commandLine().getOut();
        if (json) {
            var asked = new EvaluationDocument.Asked(
                    comparison == null ? null : ComparisonDocument.of(comparison),
                    failed,
                    reviewed == null ? null : ReviewDocument.of(reviewed));
            Json.print(out, EvaluationDocument.of(evaluation, statistics, set.name(), chosen, asked));
        } else {
            out.println(heading(evaluation, set.name(), chosen));
            out.println();
            out.print(CaretText.of(statistics));
            if (comparison != null) {
                out.println();
                ComparisonText.print(out, comparison);
            }
            if (failed != null) {
                out.println();
                FailuresText.print(out, failed, failures);
            }
            if (reviewed != null) {
                out.println();
                ReviewText.print(out, reviewed);
            }
        }
    }

    /** Every part that has labels; where none has, the first says why it can't be read. */
    private void all(Model network, PartedDataset set) throws IOException {
        var parts = new EnumMap<Part, Evaluation>(Part.class);
        for (var entry : set.parts().entrySet()) {
            if (entry.getValue().labelled()) {
                parts.put(entry.getKey(), read(network, entry.getValue(), set.name()));
            }
        }
        if (parts.isEmpty()) {
            read(network, set.first(), set.name());
        }
        if (json) {
            Json.print(spec.commandLine().getOut(), PartsDocument.of(set.name(), parts));
        } else {
            PartsText.print(spec.commandLine().getOut(), network.name(), set.name(), parts);
        }
    }

    private Evaluation read(Model network, Dataset images, String name) throws IOException {
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.evaluate", name))) {
            return workbench.reading().evaluateNow(network, images, progress);
        }
    }

    /** With the model that was asked for, or else with those that come with the app. */
    private ReviewedLabels review(Model network, Dataset images) throws IOException {
        var models = model.asked() ? List.of(network) : workbench.models().reviewers();
        try (var progress = ConsoleProgress
                .of(spec.commandLine().getErr(), messages.get("progress.review", images.name()))) {
            return workbench.reviews().reviewNow(models, images, Math.min(review, images.size()), progress);
        }
    }

    private String heading(Evaluation evaluation, String dataName, Part chosen) {
        var matrix = evaluation.confusion();
        return messages.get(
                "evaluate.heading",
                evaluation.modelName(),
                dataName,
                chosen.key(),
                matrix.correct(),
                matrix.total(),
                evaluation.accuracy(),
                evaluation.loss());
    }
}
