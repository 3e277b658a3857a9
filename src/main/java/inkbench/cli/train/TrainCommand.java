package inkbench.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.app.group.Grouping;
import inkbench.cli.common.OpeningOptions;
import inkbench.cli.common.Options;
import inkbench.data.PartedDataset;
import inkbench.model.file.ArchitectureFile;
import inkbench.task.Progress;
import inkbench.text.Messages;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    @Mixin
    private RecipeOptions recipe;
    @Mixin
    private KeepingOptions keeping;
    @Option(names = "--data", required = true, paramLabel = "D", descriptionKey = "data")
    private String data;
    @Option(names = "--model", required = true, paramLabel = "mlp|cnn|best|FILE", descriptionKey = "train.model")
    private String network;
    @Option(names = "--epochs", required = true, paramLabel = "N", descriptionKey = "train.epochs")
    private Integer epochs;
    @Option(names = "--batch", paramLabel = "N", defaultValue = "128", descriptionKey = "train.batch")
    private int batch;
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "seed")
    private long seed;
    @Option(names = "--validation", paramLabel = "X", defaultValue = "0.2", descriptionKey = "train.validation")
    private double validation;
    @Option(names = "--early-stop", paramLabel = "N", descriptionKey = "train.earlyStop")
    private Integer earlyStop;
    @Option(names = "--folds", paramLabel = "N", descriptionKey = "train.folds")
    private Integer folds;
    @Option(names = "--seeds", paramLabel = "N", descriptionKey = "train.seeds")
    private Integer seeds;
    @Option(names = "--review", paramLabel = "N", descriptionKey = "train.review")
    private Integer review;
    @Option(names = "--calibrate", descriptionKey = "train.calibrate")
    private boolean calibrate;
    @Option(names = "--out", required = true, paramLabel = "M.ink", descriptionKey = "train.out")
    private Path out;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    TrainCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws Exception {
        var grouping = grouping();
        var settings = settings(grouping);
        var set = opening.openToTrain(workbench, data, seed, Progress.NONE);
        var output = new Output(
                spec.commandLine().getOut(), spec.commandLine().getErr(), json, settings.architecture().name());
        // Before the workspace is opened, so that nothing is written down of what can't be trained.
        check(grouping, settings, set);
        var keeper = keeping.open(workbench, set);
        var typed = spec.root().commandLine().getParseResult().originalArgs();
        try (var interruption = new Interruption(workbench.runs(), keeper.kept(), output.err(), typed)) {
            if (grouping.isPresent()) {
                new SeveralRuns(workbench, set, output, keeper, interruption)
                        .train(grouping.get(), settings, out, review);
            } else {
                new OneRun(workbench, set, output, keeper, interruption).train(settings, out, calibrate);
            }
        }
        return 0;
    }

    private void check(Optional<Grouping> grouping, TrainingSettings settings, PartedDataset set) throws IOException {
        if (grouping.isPresent()) {
            workbench.groups().check(grouping.get(), settings, set);
            for (int number = 1; number <= grouping.get().count(); number++) {
                workbench.models().checkWritable(SeveralRuns.numbered(out, number));
            }
        } else {
            workbench.training().check(settings, set.first());
            workbench.models().checkWritable(out);
        }
    }

    private Optional<Grouping> grouping() {
        if (review != null) {
            Options.requireAtLeast(spec, "--review", review, 1);
            if (folds == null) {
                throw Options.refusal(spec, messages.get("usage.reviewWithoutFolds"));
            }
        }
        if (folds != null && seeds != null) {
            throw Options.refusal(spec, messages.get("usage.foldsAndSeeds"));
        }
        if (folds != null) {
            Options.requireAtLeast(spec, "--folds", folds, 2);
            if (spec.commandLine().getParseResult().hasMatchedOption("--validation")) {
                throw Options.refusal(spec, messages.get("usage.foldsAndValidation"));
            }
            return Optional.of(new Grouping.Folds(folds));
        }
        if (seeds != null) {
            Options.requireAtLeast(spec, "--seeds", seeds, 2);
            return Optional.of(new Grouping.Seeds(seeds));
        }
        return Optional.empty();
    }

    private TrainingSettings settings(Optional<Grouping> grouping) throws IOException {
        Options.requireAtLeast(spec, "--epochs", epochs, 1);
        Options.requireAtLeast(spec, "--batch", batch, 1);
        Options.requireFraction(spec, "--validation", validation);
        if (calibrate && (grouping.isPresent() || validation == 0)) {
            throw Options.refusal(spec, messages.get("usage.calibrate"));
        }
        var preset = preset();
        return new TrainingSettings(
                preset.architecture(),
                recipe.applyTo(preset.recipe()),
                epochs,
                batch,
                new Validation.Share(validation),
                seed,
                earlyStopping(grouping));
    }

    private EarlyStopping earlyStopping(Optional<Grouping> grouping) {
        if (earlyStop == null) {
            return EarlyStopping.NONE;
        }
        Options.requireAtLeast(spec, "--early-stop", earlyStop, 1);
        if (validation == 0 && grouping.filter(Grouping.Folds.class::isInstance).isEmpty()) {
            throw Options.refusal(spec, messages.get("usage.earlyStop"));
        }
        return new EarlyStopping(earlyStop);
    }

    /** A name is one of ours; a file is known by its ending, or by a folder before it. */
    private Preset preset() throws IOException {
        var known = workbench.training().preset(network);
        if (known.isPresent()) {
            return known.get();
        }
        if (network.endsWith(ArchitectureFile.SUFFIX) || network.contains("/") || network.contains("\\")) {
            return workbench.training().preset(Path.of(network));
        }
        throw Options.refusal(spec, messages.get("usage.network", network, String.join(", ", presetNames())));
    }

    private List<String> presetNames() {
        return workbench.training().presets().stream().map(Preset::name).toList();
    }
}
