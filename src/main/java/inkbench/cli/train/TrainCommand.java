package inkbench.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.OpeningOptions;
import inkbench.cli.common.Options;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.model.Reproducibility;
import inkbench.task.Progress;
import inkbench.text.Messages;
import inkbench.training.TrainingException;
import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inkbench train}: trains a network, measures it on the test part and writes it to a file. */
@Command(name = "train", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class TrainCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(TrainCommand.class);

    @Spec
    private CommandSpec spec;
    @Mixin
    private OpeningOptions opening;
    @Option(names = "--data", required = true, paramLabel = "D", descriptionKey = "data")
    private String data;
    @Option(names = "--model", required = true, paramLabel = "mlp|cnn|best", descriptionKey = "train.model")
    private String network;
    @Option(names = "--epochs", required = true, paramLabel = "N", descriptionKey = "train.epochs")
    private Integer epochs;
    @Option(names = "--batch", paramLabel = "N", defaultValue = "128", descriptionKey = "train.batch")
    private int batch;
    @Option(names = "--learning-rate", paramLabel = "X", descriptionKey = "train.learningRate")
    private Double learningRate;
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "seed")
    private long seed;
    @Option(names = "--validation", paramLabel = "X", defaultValue = "0.2", descriptionKey = "train.validation")
    private double validation;
    @Option(names = "--out", required = true, paramLabel = "M.ink", descriptionKey = "train.out")
    private Path out;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    TrainCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws Exception {
        var settings = settings();
        var set = opening.openToTrain(workbench, data, seed, Progress.NONE);
        workbench.training().check(settings, set.first());
        workbench.models().checkWritable(out);
        var err = spec.commandLine().getErr();
        TrainingResult result;
        try (var progress = ConsoleProgress.of(err, messages.get("progress.train", network))) {
            result = workbench.training().start(settings, set, event -> show(event, settings, progress)).result()
                    .join();
        }
        var untested = workbench.training().model(result, set);
        var evaluation = test(untested, set);
        double accuracy = evaluation == null ? Double.NaN : evaluation.accuracy();
        double loss = evaluation == null ? Double.NaN : evaluation.loss();
        var model = untested.withTestAccuracy(accuracy);
        workbench.models().write(model, out);
        if (json) {
            Json.print(spec.commandLine().getOut(), Report.of(model, result, accuracy, loss));
        } else {
            spec.commandLine().getOut().println(messages.get("train.done", out, accuracy, loss, result.seconds()));
        }
        if (result.ending() instanceof TrainingResult.Ending.Diverged diverged) {
            throw new TrainingException(messages.get("train.diverged", diverged.message(), out));
        }
        return 0;
    }

    private TrainingSettings settings() {
        Options.requireAtLeast(spec, "--epochs", epochs, 1);
        Options.requireAtLeast(spec, "--batch", batch, 1);
        Options.requireFraction(spec, "--validation", validation);
        var preset = workbench.training()
                .preset(network)
                .orElseThrow(
                        () -> new ParameterException(
                                spec.commandLine(),
                                messages.get("usage.network", network, String.join(", ", presetNames()))));
        var recipe = preset.recipe();
        if (learningRate != null) {
            Options.requireAbove(spec, "--learning-rate", learningRate, 0);
            recipe = recipe.withLearningRate(learningRate);
        }
        return new TrainingSettings(preset.architecture(), recipe, epochs, batch, validation, seed);
    }

    private List<String> presetNames() {
        return workbench.training().presets().stream().map(Preset::name).toList();
    }

    private Evaluation test(Model model, PartedDataset set) throws IOException {
        var test = set.part(Part.TEST);
        return test.isEmpty() ? null : workbench.reading().evaluateNow(model, test.get(), Progress.NONE);
    }

    /** A line for each epoch, and on a terminal a bar between them. */
    private void show(TrainingEvent event, TrainingSettings settings, ConsoleProgress progress) {
        switch (event) {
            case TrainingEvent.Started started -> progress.begin((long) started.batchesPerEpoch() * started.epochs());
            case TrainingEvent.BatchDone batchDone -> progress.advance(batchDone.iteration());
            case TrainingEvent.EpochDone epochDone -> {
                progress.close();
                var epoch = epochDone.result();
                var key = Double.isNaN(epoch.validationLoss()) ? "train.epoch" : "train.epochValidated";
                var line = messages.get(
                        key,
                        epoch.epoch(),
                        settings.epochs(),
                        epoch.loss(),
                        epoch.accuracy(),
                        epoch.validationLoss(),
                        epoch.validationAccuracy(),
                        epoch.seconds());
                spec.commandLine().getErr().println(line);
            }
            case TrainingEvent.Finished finished -> progress.close();
            case TrainingEvent.Failed _,TrainingEvent.Cancelled _ -> progress.close();
            case TrainingEvent.Continued _,TrainingEvent.Paused _,TrainingEvent.Resumed _ -> {
                // Nobody asks for them here.
            }
            case TrainingEvent.LearningRateChanged _,TrainingEvent.LayersMeasured _ -> {
                // Nor for these.
            }
        }
    }

    private record Report(
            String model,
            int parameters,
            List<LayerRow> layers,
            int epochs,
            double seconds,
            double samplesPerSecond,
            List<EpochRow> history,
            Double testAccuracy,
            Double testLoss,
            String weightsSha256,
            Reproducibility reproducibility) {
        static Report of(Model model, TrainingResult result, double testAccuracy, double testLoss) {
            var layers = model.architecture()
                    .summary()
                    .stream()
                    .map(row -> new LayerRow(row.layer().kind(), row.outputShape().dimensions(), row.parameters()))
                    .toList();
            return new Report(
                    model.architecture().name(),
                    model.architecture().parameterCount(),
                    layers,
                    result.history().size(),
                    result.seconds(),
                    result.samplesPerSecond(),
                    result.history().stream().map(EpochRow::of).toList(),
                    Json.orNull(testAccuracy),
                    Json.orNull(testLoss),
                    model.weights().sha256(),
                    result.reproducibility());
        }
    }

    private record LayerRow(String name, List<Integer> outputShape, int parameters) {}

    private record EpochRow(
            int epoch,
            double loss,
            double accuracy,
            Double validationLoss,
            Double validationAccuracy,
            double seconds) {
        static EpochRow of(EpochResult epoch) {
            return new EpochRow(
                    epoch.epoch(),
                    epoch.loss(),
                    epoch.accuracy(),
                    Json.orNull(epoch.validationLoss()),
                    Json.orNull(epoch.validationAccuracy()),
                    epoch.seconds());
        }
    }
}
