package inkbench.training.recipe;

import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.InitialWeights.Scale;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;

/**
 * A network with the recipe it is usually trained by.
 *
 * @param name
 *            as in {@code --model}
 */
public record Preset(String name, Architecture architecture, Recipe recipe) {
    /** The walkthrough's dense network with RMSProp. */
    public static Preset mlp() {
        return new Preset("mlp", Architectures.mlp(), Recipe.of(new Optimizer.RmsProp(1e-3, 0.9, 1e-7)));
    }

    /**
     * The walkthrough's convolutional network with AdaDelta, from step 1 as the walkthrough's Keras had it. At a constant rate its
     * accuracy goes up and down by a tenth of a per cent from epoch to epoch; so the rate falls, along a cosine. He's initial
     * weights suit its ReLUs better than Keras's: another tenth (docs/benchmarks.md).
     */
    public static Preset cnn() {
        var recipe = Recipe.of(new Optimizer.AdaDelta(1.0, 0.95, 1e-7)).withSchedule(new Schedule.Cosine(0.01))
                .withInitialScale(Scale.HE);
        return new Preset("cnn", Architectures.cnn(), recipe);
    }

    /**
     * What reads MNIST best after a quarter of an hour on two processors, and well after half a minute
     * (docs/decisions/0011-the-best-preset.md).
     */
    public static Preset best() {
        var recipe = Recipe.of(new Optimizer.Adam(5e-3))
                .withSchedule(new Schedule.OneCycle(0.3, 10, 1000))
                .withLabelSmoothing(0.03)
                .withAugmentation(
                        Augmentation.NONE.withRotation(10)
                                .withShift(1, 1)
                                .withScale(0.1)
                                .withShear(0.12)
                                .withElastic(0.7, 4)
                                .withThickness(0.2))
                .withPlainShare(0.25);
        return new Preset("best", Architectures.best(), recipe);
    }

    /** A network of somebody's own with a recipe that suits most: Adam, and He's initial weights for ReLUs. */
    public static Preset of(Architecture architecture) {
        var recipe = Recipe.of(new Optimizer.Adam(1e-3)).withInitialScale(Scale.HE);
        return new Preset(architecture.name(), architecture, recipe);
    }

    /** Settings of a run. */
    public TrainingSettings settings(int epochs, int batchSize, double validationFraction, long seed) {
        return new TrainingSettings(architecture, recipe, epochs, batchSize, validationFraction, seed);
    }
}
