package inkbench.store.run;

/**
 * One pass over the training images.
 *
 * @param epoch
 *            from 1
 * @param iteration
 *            number of its last batch over all epochs, from 1
 * @param loss
 *            mean cross-entropy while learning
 * @param accuracy
 *            share read right while learning, 0…1
 * @param validationLoss
 *            or NaN without validation images
 * @param validationAccuracy
 *            0…1, or NaN
 * @param learningRate
 *            of its last batch
 * @param seconds
 *            how long it took, validation included
 * @param imagesPerSecond
 *            how fast it learned
 */
public record EpochRecord(
        int epoch,
        long iteration,
        double loss,
        double accuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double seconds,
        double imagesPerSecond) {}
