package inkbench.app;

import java.util.List;
import java.util.function.Consumer;

import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.model.Model;
import inkbench.training.Preset;
import inkbench.training.Trainer;
import inkbench.training.TrainingEvent;
import inkbench.training.TrainingResult;
import inkbench.training.TrainingRun;
import inkbench.training.TrainingSettings;

/** Training networks on data sets. */
public final class Training {
    private final Trainer trainer;

    Training(Trainer trainer) {
        this.trainer = trainer;
    }

    /** The networks to choose from, simplest first. */
    public List<Preset> presets() {
        return List.of(Preset.mlp(), Preset.cnn());
    }

    /**
     * Says in a sentence why these settings can't be trained on that data, or nothing if they can.
     */
    public java.util.Optional<String> objection(TrainingSettings settings, Dataset trainingSet) {
        return java.util.Optional.empty();
    }

    /** Starts a run on the training part of a data set; the listener hears events on the trainer's thread. */
    public TrainingRun start(TrainingSettings settings, PartedDataset data, Consumer<TrainingEvent> listener) {
        return trainer.start(settings, data.first(), listener);
    }

    /** Makes a model of what a run left. */
    public Model model(TrainingResult result, PartedDataset data, double testAccuracy) {
        throw new UnsupportedOperationException("stub");
    }
}
