package inkbench.training.recipe;

import inkbench.model.Architecture;

/**
 * Everything that decides how a run goes, besides the data.
 *
 * @param epochs
 *            passes over the training images, at least 1
 * @param batchSize
 *            images per update, at least 1
 * @param validationFraction
 *            share of the images of every class that is measured with and not learned from, in [0, 1)
 * @param seed
 *            decides initial weights, order, dropout, augmentation and validation images
 */
public record TrainingSettings(
        Architecture architecture,
        Recipe recipe,
        int epochs,
        int batchSize,
        double validationFraction,
        long seed) {
    public TrainingSettings {
        if (epochs < 1 || batchSize < 1 || !(validationFraction >= 0 && validationFraction < 1)) {
            throw new IllegalArgumentException(
                    "epochs " + epochs + ", batch " + batchSize + ", validation " + validationFraction);
        }
    }
}
