package inkbench.cli.train;

import java.util.List;

import inkbench.app.machine.Software;
import inkbench.app.group.TestFigures;
import inkbench.app.machine.Machine;
import inkbench.cli.common.Json;
import inkbench.model.Model;
import inkbench.model.Reproducibility;
import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingResult;
import inkbench.training.event.TrainingResult.Ending;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;

/** What scripts rely on: one run, its history, and everything its figures depend on. */
record TrainDocument(
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
        Reproducibility reproducibility,
        String ending,
        Integer bestEpoch,
        String file,
        Provenance provenance) {
    /**
     * Of a run that is over.
     *
     * @param file
     *            with the model
     * @param run
     *            its number in the workspace, or null
     * @param resumedFrom
     *            the update after which it went on, or null
     */
    static TrainDocument of(Model model, TrainingResult result, TestFigures test, String file, Machine machine,
            Long run, Long resumedFrom) {
        var layers = model.architecture()
                .summary()
                .stream()
                .map(row -> new LayerRow(row.layer().kind(), row.outputShape().dimensions(), row.parameters()))
                .toList();
        return new TrainDocument(
                model.architecture().name(),
                model.architecture().parameterCount(),
                layers,
                result.history().size(),
                result.seconds(),
                result.samplesPerSecond(),
                result.history().stream().map(EpochRow::of).toList(),
                Json.orNull(test.accuracy()),
                Json.orNull(test.loss()),
                model.weights().sha256(),
                result.reproducibility(),
                ending(result.ending()),
                result.ending() instanceof Ending.StoppedEarly(int best) ? best : null,
                file,
                Provenance.of(model, result.settings(), machine, run, resumedFrom));
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case Ending.Completed _ -> "completed";
            case Ending.Stopped _ -> "stopped";
            case Ending.StoppedEarly _ -> "stoppedEarly";
            case Ending.Diverged _ -> "diverged";
        };
    }

    record LayerRow(String name, List<Integer> outputShape, int parameters) {}

    record EpochRow(
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

    /**
     * All that decides the weights, and how long they took.
     *
     * @param run
     *            number in the workspace; null if it isn't kept
     * @param resumedFromIteration
     *            the update after which it went on; null if it was not interrupted
     */
    record Provenance(
            String data,
            String dataSha256,
            long seed,
            SettingsRow settings,
            String software,
            String processor,
            int threads,
            Long run,
            Long resumedFromIteration) {
        static Provenance of(Model model, TrainingSettings settings, Machine machine, Long run, Long resumedFrom) {
            return new Provenance(
                    model.origin().dataName(),
                    model.origin().dataSha256(),
                    settings.seed(),
                    SettingsRow.of(settings),
                    Software.description(),
                    machine.processor(),
                    machine.engine().processors(),
                    run,
                    resumedFrom);
        }
    }

    record SettingsRow(
            int epochs,
            int batchSize,
            Double validation,
            Integer fold,
            Integer folds,
            Integer earlyStopping,
            String recipe) {
        static SettingsRow of(TrainingSettings settings) {
            var fold = settings.validation() instanceof Validation.Fold of ? of : null;
            return new SettingsRow(
                    settings.epochs(),
                    settings.batchSize(),
                    fold == null ? settings.validationFraction() : null,
                    fold == null ? null : fold.fold() + 1,
                    fold == null ? null : fold.folds(),
                    settings.earlyStopping().on() ? settings.earlyStopping().patience() : null,
                    settings.recipe().description());
        }
    }
}
