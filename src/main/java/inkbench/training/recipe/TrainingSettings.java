package inkbench.training.recipe;

import inkbench.model.Architecture;

/**
 * Everything that decides how a run goes, besides the data.
 *
 * @param epochs
 *            passes over the training images, at least 1
 * @param batchSize
 *            images per update, at least 1
 * @param validation
 *            which images are measured with and not learned from
 * @param seed
 *            decides initial weights, order, dropout, augmentation and validation images
 */
public record TrainingSettings(
        Architecture architecture,
        Recipe recipe,
        int epochs,
        int batchSize,
        Validation validation,
        long seed,
        EarlyStopping earlyStopping) {
    /**
     * Checks.
     *
     * @throws IllegalArgumentException
     *             if a number is out of range, or there is nothing to tell by when to stop early
     */
    public TrainingSettings {
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException("epochs " + epochs + ", batch " + batchSize);
        }
        if (earlyStopping.on() && validation.fraction() == 0) {
            throw new IllegalArgumentException("Early stopping needs images to validate with");
        }
    }

    /** All epochs, and a share of the images to validate with. */
    public TrainingSettings(
            Architecture architecture,
            Recipe recipe,
            int epochs,
            int batchSize,
            double validationFraction,
            long seed) {
        this(
                architecture,
                recipe,
                epochs,
                batchSize,
                new Validation.Share(validationFraction),
                seed,
                EarlyStopping.NONE);
    }

    /** Share of the images that is measured with, in [0, 1). */
    public double validationFraction() {
        return validation.fraction();
    }

    /** The same learned in another way. */
    public TrainingSettings with(Recipe other) {
        return new TrainingSettings(architecture, other, epochs, batchSize, validation, seed, earlyStopping);
    }

    /** The same with other images to validate with. */
    public TrainingSettings with(Validation other) {
        return new TrainingSettings(architecture, recipe, epochs, batchSize, other, seed, earlyStopping);
    }

    /** The same with another end. */
    public TrainingSettings with(EarlyStopping other) {
        return new TrainingSettings(architecture, recipe, epochs, batchSize, validation, seed, other);
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(long other) {
        return new TrainingSettings(architecture, recipe, epochs, batchSize, validation, other, earlyStopping);
    }
}
