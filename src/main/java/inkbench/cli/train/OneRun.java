package inkbench.cli.train;

import java.io.IOException;
import java.nio.file.Path;

import inkbench.app.Workbench;
import inkbench.app.group.TestFigures;
import inkbench.app.machine.Machine;
import inkbench.cli.common.Json;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.model.Model;
import inkbench.task.Progress;
import inkbench.text.Messages;
import inkbench.training.TrainingException;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingResult;
import inkbench.training.recipe.TrainingSettings;

/** Trains once, and says what came of it. */
final class OneRun {
    private final Messages messages = Messages.of(OneRun.class);
    private final Workbench workbench;
    private final PartedDataset set;
    private final Output output;
    private final Keeping keeping;
    private final Interruption interruption;

    OneRun(Workbench workbench, PartedDataset set, Output output, Keeping keeping, Interruption interruption) {
        this.workbench = workbench;
        this.set = set;
        this.output = output;
        this.keeping = keeping;
        this.interruption = interruption;
    }

    /**
     * Makes the run.
     *
     * @param calibrate
     *            whether probabilities are calibrated on the validation images
     */
    void train(TrainingSettings settings, Path file, boolean calibrate) throws IOException, TrainingException {
        TrainingRun run;
        TrainingResult result;
        RunProgress progress;
        try (var bar = output.progress()) {
            progress = new RunProgress(output.err(), bar, "");
            run = interruption.watch(keeping.start(output.network(), settings, progress::hear));
            result = run.result().join();
        }
        var trained = workbench.training().model(result, set);
        var untested = calibrate ? workbench.reading().calibrated(trained, settings, set.first()) : trained;
        var test = test(untested, run);
        var model = untested.withTestAccuracy(test.accuracy());
        workbench.models().write(model, file);
        if (output.json()) {
            Json.print(output.out(), TrainDocument.of(
                    model,
                    result,
                    test,
                    file.toString(),
                    Machine.read(),
                    keeping.id(run).orElse(null),
                    progress.resumedFrom()));
        } else {
            output.out()
                    .println(messages.get("train.done", file, test.accuracy(), test.loss(), result.seconds()));
        }
        if (result.ending() instanceof TrainingResult.Ending.Diverged diverged) {
            throw new TrainingException(messages.get("train.diverged", diverged.message(), file));
        }
    }

    private TestFigures test(Model model, TrainingRun run) throws IOException {
        var test = set.part(Part.TEST);
        if (test.isEmpty()) {
            return TestFigures.NONE;
        }
        var evaluation = workbench.reading().evaluateNow(model, test.get(), Progress.NONE);
        workbench.runs().measured(run, model, set, Part.TEST, evaluation);
        return new TestFigures(evaluation.accuracy(), evaluation.loss());
    }
}
