package inkbench.app.runs;

import inkbench.app.machine.Software;
import inkbench.data.PartedDataset;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.training.event.TrainingResult;

/** What a run left, as a model that knows where it comes from. */
public final class TrainedModel {
    private TrainedModel() {}

    /** The model of a run on these data; its test accuracy is not known yet. Takes a hash over all training images. */
    public static Model of(TrainingResult result, PartedDataset data) {
        var settings = result.settings();
        var origin = new ModelOrigin(
                data.name(),
                data.first().provenance().sha256(),
                settings.recipe().description(),
                result.history().size(),
                settings.batchSize(),
                settings.seed(),
                settings.validationFraction(),
                Double.NaN,
                result.seconds(),
                Software.description(),
                result.reproducibility());
        return new Model(settings.architecture().name(), settings.architecture(), result.weights(), origin);
    }
}
