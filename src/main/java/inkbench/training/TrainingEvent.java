package inkbench.training;

/** What a run tells while it goes on, in this order: one start, batches and epochs, one end. All on the trainer's thread. */
public sealed interface TrainingEvent {
    /** Training begins, with so many images to learn from and to validate with. */
    record Started(int trainingImages, int validationImages, int batchesPerEpoch,
            int epochs) implements TrainingEvent {}

    /**
     * One update is done.
     *
     * @param epoch
     *            from 1
     * @param batch
     *            within the epoch, from 1
     * @param iteration
     *            over all epochs, from 1
     * @param loss
     *            mean cross-entropy of the batch
     * @param accuracy
     *            share of the batch read right
     * @param learningRate
     *            step size of the update
     * @param samplesPerSecond
     *            training speed over the last second or so
     * @param remainingSeconds
     *            estimate to the end of the run
     */
    record BatchDone(
            int epoch,
            int batch,
            long iteration,
            double loss,
            double accuracy,
            double learningRate,
            double samplesPerSecond,
            double remainingSeconds) implements TrainingEvent {}

    /** One pass is done and validated. */
    record EpochDone(EpochResult result) implements TrainingEvent {}

    /** The run is over: all epochs done, or stopped before. */
    record Finished(TrainingResult result) implements TrainingEvent {}

    /** The run broke; the message is for the user. */
    record Failed(String message) implements TrainingEvent {}
}
