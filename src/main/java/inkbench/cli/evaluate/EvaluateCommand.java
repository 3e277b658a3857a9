package inkbench.cli.evaluate;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.app.review.ReviewedLabels;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.OpeningOptions;
import inkbench.cli.common.Options;
import inkbench.cli.common.ReviewText;
import inkbench.data.Dataset;
import inkbench.data.Part;
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
    @Option(names = "--part", paramLabel = "train|test|holdout", defaultValue = "test", descriptionKey = "evaluate.part")
    private String part;
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
        var chosen = Options.part(spec, "--part", part);
        if (review != null) {
            Options.requireAtLeast(spec, "--review", review, 1);
        }
        if (failures != null) {
            Options.requireAtLeast(spec, "--failures", failures, 1);
        }
        var network = model.open(workbench);
        var set = opening.open(workbench, data, Progress.NONE).data();
        var images = workbench.data().part(set, chosen);
        Evaluation evaluation;
        try (var progress = ConsoleProgress
                .of(spec.commandLine().getErr(), messages.get("progress.evaluate", set.name()))) {
            evaluation = workbench.reading().evaluateNow(network, images, progress);
        }
        var statistics = ConfusionStatistics.of(evaluation.confusion());
        var reviewed = review == null ? null : review(network, images);
        var failed = failures == null
                ? null
                : FailuresDocument.of(Failures.of(evaluation, failures), evaluation.dataset());
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, EvaluationDocument.of(evaluation, statistics, set.name(), chosen, failed, reviewed));
        } else {
            out.println(heading(evaluation, set.name(), chosen));
            out.println();
            out.print(CaretText.of(statistics));
            if (failed != null) {
                out.println();
                FailuresText.print(out, failed, failures);
            }
            if (reviewed != null) {
                out.println();
                ReviewText.print(out, reviewed);
            }
        }
        return 0;
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
