package inkbench.training;

import inkbench.model.Architecture;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;

/**
 * Everything that decides how a run goes, besides the data.
 *
 * @param optimizer
 *            how gradients change weights, with the highest learning rate of the run
 * @param schedule
 *            how the learning rate changes meanwhile
 * @param labelSmoothing
 *            share of the truth that is spread evenly over all classes, in [0, 1); 0 for none (Szegedy et al., "Rethinking
 *            the Inception Architecture", 2016)
 * @param epochs
 *            passes over the training images, at least 1
 * @param batchSize
 *            images per update, at least 1
 * @param validationFraction
 *            share of the images of every class that is measured with and not learned from, in [0, 1)
 * @param seed
 *            decides initial weights, order, dropout and validation images
 */
public record TrainingSettings(
        Architecture architecture,
        Optimizer optimizer,
        Schedule schedule,
        double labelSmoothing,
        int epochs,
        int batchSize,
        double validationFraction,
        long seed) {
    public TrainingSettings {
        if (epochs < 1 || batchSize < 1 || !(validationFraction >= 0 && validationFraction < 1)) {
            throw new IllegalArgumentException(
                    "epochs " + epochs + ", batch " + batchSize + ", validation " + validationFraction);
        }
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException("Label smoothing lies in [0, 1): " + labelSmoothing);
        }
    }

    /** With a constant learning rate and without label smoothing. */
    public TrainingSettings(
            Architecture architecture,
            Optimizer optimizer,
            int epochs,
            int batchSize,
            double validationFraction,
            long seed) {
        this(architecture, optimizer, new Schedule.Constant(), 0, epochs, batchSize, validationFraction, seed);
    }

    /** The same with another schedule. */
    public TrainingSettings withSchedule(Schedule other) {
        return new TrainingSettings(
                architecture,
                optimizer,
                other,
                labelSmoothing,
                epochs,
                batchSize,
                validationFraction,
                seed);
    }

    /** The same with another label smoothing. */
    public TrainingSettings withLabelSmoothing(double other) {
        return new TrainingSettings(
                architecture,
                optimizer,
                schedule,
                other,
                epochs,
                batchSize,
                validationFraction,
                seed);
    }
}
