package inkbench.cli.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.certainty.Certainty;
import inkbench.app.certainty.Verdict;
import inkbench.app.Workbench;
import inkbench.app.explaining.DrawnDigit;
import inkbench.app.explaining.ExplanationFolder;
import inkbench.app.strokes.StrokeFile;
import inkbench.cli.classify.Answer.ModelAnswer;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.Options;
import inkbench.ink.Drawing;
import inkbench.ink.Preparation;
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
    @Option(names = "--number", descriptionKey = "classify.number")
    private boolean number;
    @Option(names = "--reject", paramLabel = "THRESHOLD", descriptionKey = "classify.reject")
    private Double reject;
    @Option(names = "--explain", paramLabel = "DIR", descriptionKey = "classify.explain")
    private Path explain;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ClassifyCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        requireUse();
        requireRoomForExplanations();
        var networks = models.open(workbench, spec);
        if (number) {
            readNumbers(networks.getFirst());
        } else {
            readDigits(networks);
        }
        return 0;
    }

    private void requireUse() {
        if (images.isEmpty() && strokes == null) {
            throw Options.refusal(spec, messages.get("classify.nothing"));
        }
        if (number && (!images.isEmpty() || models.areSeveral())) {
            throw Options.refusal(spec, messages.get("number.strokesOnly"));
        }
        if (reject != null && !(reject >= 0 && reject <= 1)) {
            throw Options.refusal(spec, messages.get("classify.rejectRange", reject));
        }
    }

    private void requireRoomForExplanations() {
        if (number && explain != null) {
            throw Options.refusal(spec, messages.get("number.unexplained"));
        }
        if (explain != null && Files.exists(explain) && !Files.isDirectory(explain)) {
            throw Options.refusal(spec, messages.get("explain.noFolder", explain));
        }
    }

    private void readDigits(List<Model> networks) throws IOException {
        var answers = new ArrayList<Answer>();
        var score = new Score();
        var explained = explain == null ? null : new ExplanationFolder(explain);
        for (var image : images) {
            var digit = new DrawnDigit(
                    Drawing.EMPTY,
                    Preparation.MNIST,
                    workbench.photos().read(image).pixels());
            answers.add(answer(String.valueOf(image.getFileName()), digit, networks, explained));
        }
        if (strokes != null) {
            try (var progress = progress()) {
                long size = size();
                StrokeFile.readEach(strokes, (sample, bytes) -> {
                    var pixels = Rasterizer.rasterize(sample.drawing());
                    var digit = new DrawnDigit(sample.drawing(), Preparation.MNIST, pixels);
                    var answer = answer(sample.id(), digit, networks, explained);
                    answers.add(answer);
                    sample.label().ifPresent(label -> score.count(label == answer.digit()));
                    progress.report(Math.min(bytes, size), size);
                });
            }
        }
        if (json) {
            Json.print(spec.commandLine().getOut(), answers);
        } else {
            answers.forEach(this::print);
        }
        score.report("classify.accuracy");
        if (explained != null) {
            spec.commandLine().getErr().println(messages.get("explain.written", explained.size(), explain));
        }
    }

    private void readNumbers(Model network) throws IOException {
        var classifier = new NumberClassifier(workbench, network, threshold());
        var answers = new ArrayList<NumberAnswer>();
        var score = new Score();
        try (var progress = progress()) {
            long size = size();
            StrokeFile.readNumbers(strokes, (sample, bytes) -> {
                var answer = classifier.answer(sample);
                answers.add(answer);
                sample.figures().ifPresent(figures -> score.count(figures.equals(answer.number())));
                progress.report(Math.min(bytes, size), size);
            });
        }
        if (json) {
            Json.print(spec.commandLine().getOut(), answers);
        } else {
            for (var answer : answers) {
                var key = answer.rejected() ? "number.rejected" : "number.line";
                spec.commandLine().getOut()
                        .println(messages.get(key, answer.id(), answer.number(), answer.confidence()));
            }
        }
        score.report("number.accuracy");
    }

    private ConsoleProgress progress() {
        return ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.strokes", strokes));
    }

    /** The length of the stroke file; 0, and so no progress, where there is none. */
    private long size() throws IOException {
        return Files.isRegularFile(strokes) ? Files.size(strokes) : 0;
    }

    private Answer answer(String id, DrawnDigit digit, List<Model> networks, ExplanationFolder explained)
            throws IOException {
        var predictions = networks.stream().map(network -> predict(network, digit.pixels())).toList();
        var first = predictions.getFirst();
        var certainty = Certainty.of(first);
        var sideBySide = new ArrayList<ModelAnswer>();
        for (int i = 0; i < networks.size(); i++) {
            var prediction = predictions.get(i);
            sideBySide.add(
                    new ModelAnswer(networks.get(i).name(), prediction.digit(), prediction.probabilities()));
        }
        return new Answer(
                id,
                first.digit(),
                first.probabilities(),
                certainty.confidence(),
                certainty.novelty(),
                certainty.verdict(threshold()) != Verdict.READ,
                models.areSeveral() ? sideBySide : null,
                explained == null ? null : explanation(id, digit, networks.getFirst(), first.digit(), explained));
    }

    private String explanation(String id, DrawnDigit digit, Model network, int answer, ExplanationFolder explained)
            throws IOException {
        var why = workbench.explaining()
                .explain(network.architecture(), network.weights(), digit, answer)
                .result()
                .join();
        return explained.write(id, why).toString();
    }

    private double threshold() {
        return reject == null ? Certainty.SURE : reject;
    }

    private Prediction predict(Model network, byte[] pixels) {
        return workbench.reading().read(network.architecture(), network.weights(), pixels).join().prediction();
    }

    private void print(Answer answer) {
        var out = spec.commandLine().getOut();
        out.println(messages.get(key(answer), answer.id(), answer.digit(), answer.confidence()));
        if (models.areSeveral()) {
            for (var one : answer.models()) {
                out.println(
                        messages.get("classify.ofModel", one.model(), one.digit(), one.probabilities()[one.digit()]));
            }
        }
    }

    private static String key(Answer answer) {
        if (!answer.rejected()) {
            return "classify.line";
        }
        return answer.novelty() >= Certainty.NOVEL ? "classify.novel" : "classify.rejected";
    }

    /** How many answers were right, where it is known what is right. */
    private final class Score {
        private int labelled;
        private int right;

        void count(boolean correct) {
            labelled++;
            right += correct ? 1 : 0;
        }

        /** Says it on standard error. */
        void report(String key) {
            if (labelled > 0) {
                var err = spec.commandLine().getErr();
                err.println(messages.get(key, right, labelled, (double) right / labelled));
            }
        }
    }
}
