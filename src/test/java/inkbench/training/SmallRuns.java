package inkbench.training;

import java.time.Duration;
import java.util.List;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Shape;
import inkbench.testing.SyntheticDigits;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;

/** Runs of a moment, with everything in them that a seed decides. */
final class SmallRuns {
    static final Architecture NETWORK = new Architecture(
            "small",
            new Shape(14, 14, 1),
            List.of(
                    new Convolution(8, 3, Activation.IDENTITY),
                    new BatchNormalization(),
                    new Activate(Activation.RELU),
                    new MaxPooling(2),
                    new Flatten(),
                    new Dropout(0.25),
                    new Dense(10, Activation.IDENTITY)));
    /** Without batch normalisation, whose means are measured anew at the end. */
    static final Architecture STATELESS = new Architecture(
            "stateless",
            new Shape(14, 14, 1),
            List.of(new Flatten(), new Dense(24, Activation.RELU), new Dense(10, Activation.IDENTITY)));
    static final Dataset DATA = SyntheticDigits.of(400, 14, 7);
    static final int BATCHES_PER_EPOCH = 7;
    static final Duration AT_EVERY_BATCH = Duration.ofNanos(1);
    /** Its rate grows until the validation loss does, too. */
    static final TrainingSettings ENDING_EARLY = new TrainingSettings(
            NETWORK,
            Recipe.of(new Optimizer.Sgd(3)).withSchedule(new Schedule.Cosine(0.5, 0.99)),
            60,
            50,
            0.2,
            1).with(new EarlyStopping(4));

    private SmallRuns() {}

    static TrainingSettings settings(int epochs) {
        return settings(new Optimizer.Adam(2e-3), epochs);
    }

    static TrainingSettings settings(Optimizer optimizer, int epochs) {
        var recipe = Recipe.of(optimizer)
                .withSchedule(new Schedule.Constant())
                .withAugmentation(Augmentation.DIGITS)
                .withPlainShare(0.3);
        return new TrainingSettings(NETWORK, recipe, epochs, 50, 0.2, 1);
    }
}
