package inkbench.cli.classify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.app.strokes.StrokeFile;
import inkbench.cli.classify.Answer.ModelAnswer;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.Options;
import inkbench.ink.Rasterizer;
import inkbench.model.Model;
import inkbench.model.Prediction;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench classify}: reads drawings and pictures. */
@Command(name = "classify", mixinStandardHelpOptions = true)
public final class ClassifyCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(ClassifyCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private ReadingModels models;
    @Parameters(paramLabel = "IMAGE", arity = "0..*", descriptionKey = "classify.images")
    private List<Path> images = List.of();
    @Option(names = "--strokes", paramLabel = "FILE.jsonl", descriptionKey = "classify.strokes")
    private Path strokes;
    @Option(names = "--reject", paramLabel = "THRESHOLD", descriptionKey = "classify.reject")
    private Double reject;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ClassifyCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        requireUse();
        var networks = models.open(workbench, spec);
        var samples = samples();
        var answers = new ArrayList<Answer>();
        try (var progress = ConsoleProgress
                .of(spec.commandLine().getErr(), messages.get("progress.classify", samples.size()))) {
            for (var sample : samples) {
                answers.add(answer(sample, networks));
                progress.report(answers.size(), samples.size());
            }
        }
        if (json) {
            Json.print(spec.commandLine().getOut(), answers);
        } else {
            answers.forEach(this::print);
        }
        reportAccuracy(samples, answers);
        return 0;
    }

    private void requireUse() {
        if (images.isEmpty() && strokes == null) {
            throw Options.refusal(spec, messages.get("classify.nothing"));
        }
        if (reject != null && !(reject >= 0 && reject <= 1)) {
            throw Options.refusal(spec, messages.get("classify.rejectRange", reject));
        }
    }

    private List<Sample> samples() throws IOException {
        var samples = new ArrayList<Sample>();
        for (var image : images) {
            var name = String.valueOf(image.getFileName());
            samples.add(new Sample(name, OptionalInt.empty(), () -> workbench.photos().read(image).pixels()));
        }
        if (strokes != null) {
            for (var drawn : StrokeFile.read(strokes)) {
                samples.add(new Sample(drawn.id(), drawn.label(), () -> Rasterizer.rasterize(drawn.drawing())));
            }
        }
        return samples;
    }

    private Answer answer(Sample sample, List<Model> networks) throws IOException {
        var pixels = sample.picture().pixels();
        var predictions = networks.stream().map(network -> predict(network, pixels)).toList();
        var first = predictions.getFirst();
        var certainty = workbench.certainty().of(networks.getFirst(), pixels, first);
        var sideBySide = new ArrayList<ModelAnswer>();
        for (int i = 0; i < networks.size(); i++) {
            var prediction = predictions.get(i);
            sideBySide.add(
                    new ModelAnswer(networks.get(i).name(), prediction.digit(), prediction.probabilities()));
        }
        return new Answer(
                sample.id(),
                first.digit(),
                first.probabilities(),
                certainty.confidence(),
                certainty.novelty(),
                reject != null && certainty.isBelow(reject),
                models.areSeveral() ? sideBySide : null);
    }

    private Prediction predict(Model network, byte[] pixels) {
        return workbench.reading().read(network.architecture(), network.weights(), pixels).join().prediction();
    }

    private void print(Answer answer) {
        var out = spec.commandLine().getOut();
        var key = answer.rejected() ? "classify.rejected" : "classify.line";
        out.println(messages.get(key, answer.id(), answer.digit(), answer.confidence()));
        if (models.areSeveral()) {
            for (var one : answer.models()) {
                out.println(
                        messages.get("classify.ofModel", one.model(), one.digit(), one.probabilities()[one.digit()]));
            }
        }
    }

    /** Says on standard error how many answers were right, where the file says what is right. */
    private void reportAccuracy(List<Sample> samples, List<Answer> answers) {
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
}
