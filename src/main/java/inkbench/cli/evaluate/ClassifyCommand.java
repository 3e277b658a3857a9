package inkbench.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.strokes.StrokeFile;
import inkbench.app.strokes.StrokeSample;
import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.evaluate.ModelOption;
import inkbench.model.Model;
import inkbench.model.Prediction;
import inkbench.task.Progress;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench classify}: reads drawings. */
@Command(name = "classify", mixinStandardHelpOptions = true)
public final class ClassifyCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(ClassifyCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private ModelOption model;
    @Option(names = "--strokes", required = true, paramLabel = "FILE.jsonl", descriptionKey = "classify.strokes")
    private Path strokes;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ClassifyCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        var network = model.open(workbench);
        var samples = StrokeFile.read(strokes);
        List<Answer> answers;
        try (var progress = ConsoleProgress
                .of(spec.commandLine().getErr(), messages.get("progress.classify", samples.size()))) {
            answers = classify(network, samples, progress);
        }
        if (json) {
            Json.print(spec.commandLine().getOut(), answers);
        } else {
            answers.forEach(answer -> spec.commandLine().getOut().println(line(answer)));
        }
        reportAccuracy(samples, answers);
        return 0;
    }

    private List<Answer> classify(Model network, List<StrokeSample> samples, Progress progress) {
        var answers = new ArrayList<Answer>();
        for (var sample : samples) {
            var prediction = workbench.reading()
                    .read(network.architecture(), network.weights(), sample.drawing())
                    .join()
                    .prediction();
            answers.add(Answer.of(sample, prediction));
            progress.report(answers.size(), samples.size());
        }
        return answers;
    }

    private String line(Answer answer) {
        return messages.get("classify.line", answer.id(), answer.digit(), answer.probabilities()[answer.digit()]);
    }

    /** Says on standard error how many answers were right, where the file says what is right. */
    private void reportAccuracy(List<StrokeSample> samples, List<Answer> answers) {
        int labelled = 0;
        int right = 0;
        for (int i = 0; i < samples.size(); i++) {
            var label = samples.get(i).label();
            if (label.isPresent()) {
                labelled++;
                right += label.getAsInt() == answers.get(i).digit() ? 1 : 0;
            }
        }
        if (labelled > 0) {
            var err = spec.commandLine().getErr();
            err.println(messages.get("classify.accuracy", right, labelled, (double) right / labelled));
        }
    }

    private record Answer(String id, int digit, float[] probabilities) {
        static Answer of(StrokeSample sample, Prediction prediction) {
            return new Answer(sample.id(), prediction.digit(), prediction.probabilities());
        }
    }
}
