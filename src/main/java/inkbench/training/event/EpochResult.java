package inkbench.training.event;

/**
 * What one pass over the training images came to.
 *
 * @param epoch
 *            from 1
 * @param loss
 *            mean cross-entropy over the epoch's batches, with dropout, while the weights moved
 * @param accuracy
 *            share of the training images read right, likewise
 * @param validationLoss
 *            mean cross-entropy after the epoch, or NaN without validation images
 * @param validationAccuracy
 *            share of the validation images read right after the epoch, or NaN
 * @param seconds
 *            how long it took, validation included
 */
public record EpochResult(
        int epoch,
        double loss,
        double accuracy,
        double validationLoss,
        double validationAccuracy,
        double seconds) {}
