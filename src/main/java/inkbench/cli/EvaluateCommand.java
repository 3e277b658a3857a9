package inkbench.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.evaluation.ConfusionMatrix;
import inkbench.evaluation.Evaluation;
import inkbench.task.Progress;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench evaluate}: how well a model reads a part of a data set. */
@Command(name = "evaluate", resourceBundle = "inkbench.cli.messages", mixinStandardHelpOptions = true, showDefaultValues = true)
final class EvaluateCommand implements Callable<Integer> {
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
        if (json) {
            Json.print(spec.commandLine().getOut(), Report.of(evaluation, set.name(), chosen));
        } else {
            print(evaluation, set.name(), chosen);
        }
        return 0;
    }

    private void print(Evaluation evaluation, String dataName, Part chosen) {
        var out = spec.commandLine().getOut();
        var matrix = evaluation.confusion();
        out.println(
                messages.get(
                        "evaluate.heading",
                        evaluation.modelName(),
                        dataName,
                        chosen.key(),
                        matrix.correct(),
                        matrix.total(),
                        evaluation.accuracy(),
                        evaluation.loss()));
        out.println(messages.get("evaluate.axes"));
        out.print("     ");
        matrix.classNames().forEach(name -> out.printf("%6s", name));
        out.println();
        for (int truth = 0; truth < matrix.counts().length; truth++) {
            out.printf("%5s", matrix.classNames().get(truth));
            for (int prediction = 0; prediction < matrix.counts().length; prediction++) {
                out.printf("%6d", matrix.count(truth, prediction));
            }
            out.println();
        }
    }

    /** {@code confusion[truth][prediction]}. */
    private record Report(
            String model,
            String data,
            String part,
            int count,
            double accuracy,
            double loss,
            List<String> classes,
            int[][] confusion) {
        static Report of(Evaluation evaluation, String data, Part part) {
            ConfusionMatrix matrix = evaluation.confusion();
            return new Report(
                    evaluation.modelName(),
                    data,
                    part.key(),
                    matrix.total(),
                    evaluation.accuracy(),
                    evaluation.loss(),
                    matrix.classNames(),
                    matrix.counts());
        }
    }
}
