package inkbench.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.Preset;
import inkbench.training.Trainer;
import inkbench.training.TrainingEvent;
import inkbench.training.TrainingResult;
import inkbench.training.TrainingRun;
import inkbench.training.TrainingSettings;

/** Training networks on data sets. */
public final class Training {
    private final Trainer trainer;
    private final Workers workers;
    private final Messages messages = Messages.of(Training.class);

    Training(Trainer trainer, Workers workers) {
        this.trainer = trainer;
        this.workers = workers;
    }

    /** The networks to choose from, simplest first. */
    public List<Preset> presets() {
        return List.of(Preset.mlp(), Preset.cnn());
    }

    /** The network of a name, as in {@code --model}. */
    public Optional<Preset> preset(String name) {
        return presets().stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /** Says in a sentence why these settings can't be trained on that data, or nothing if they can. */
    public Optional<String> objection(TrainingSettings settings, Dataset trainingSet) {
        return Suitability.trainingObjection(settings.architecture(), trainingSet);
    }

    /**
     * The same as {@link #objection}, for those who can only give up.
     *
     * @throws UnsuitableDataException
     *             with the objection, if there is one
     */
    public void check(TrainingSettings settings, Dataset trainingSet) throws UnsuitableDataException {
        var objection = objection(settings, trainingSet);
        if (objection.isPresent()) {
            throw new UnsuitableDataException(objection.get());
        }
    }

    /**
     * Starts a run on the training part of a data set to which there is no {@link #objection}.
     *
     * @param listener
     *            hears events on the trainer's thread
     */
    public TrainingRun start(TrainingSettings settings, PartedDataset data, Consumer<TrainingEvent> listener) {
        return trainer.start(settings, data.first(), listener);
    }

    /** Makes a model of what a run left in the background; its test accuracy is not known yet. */
    public Job<Model> makeModel(TrainingResult result, PartedDataset data) {
        return workers.submit(messages.get("job.model.make"), progress -> model(result, data));
    }

    /** Makes a model of what a run left; its test accuracy is not known yet. Takes a hash over all training images. */
    public Model model(TrainingResult result, PartedDataset data) {
        var settings = result.settings();
        var origin = new ModelOrigin(
                data.name(),
                data.first().provenance().sha256(),
                settings.optimizer().toString(),
                result.history().size(),
                settings.batchSize(),
                settings.seed(),
                settings.validationFraction(),
                Double.NaN,
                result.seconds(),
                Software.description());
        return new Model(settings.architecture().name(), settings.architecture(), result.weights(), origin);
    }
}
