package inkbench.cli.evaluate;

import java.io.IOException;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.evaluate.ModelOption;
import inkbench.cli.common.OpeningOptions;
import inkbench.cli.common.Options;
import inkbench.data.Part;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.caret.CaretText;
import inkbench.evaluation.statistics.ConfusionStatistics;
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
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    EvaluateCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        var chosen = Options.part(spec, "--part", part);
        var network = model.open(workbench);
        var set = opening.open(workbench, data, Progress.NONE).data();
        var images = workbench.data().part(set, chosen);
        Evaluation evaluation;
        try (var progress = ConsoleProgress
                .of(spec.commandLine().getErr(), messages.get("progress.evaluate", set.name()))) {
            evaluation = workbench.reading().evaluateNow(network, images, progress);
        }
        var statistics = ConfusionStatistics.of(evaluation.confusion());
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, EvaluationDocument.of(evaluation, statistics, set.name(), chosen));
        } else {
            out.println(heading(evaluation, set.name(), chosen));
            out.println();
            out.print(CaretText.of(statistics));
        }
        return 0;
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
