package inkbench.training.event;

import java.util.List;

/**
 * What a run tells while it goes on: one start; batches, epochs and what happened between them; one end. All on the trainer's
 * thread.
 */
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

    /**
     * The run goes on from a checkpoint; comes right after the start.
     *
     * @param iteration
     *            batches that were done before
     * @param history
     *            epochs that were
     */
    record Continued(long iteration, List<EpochResult> history, List<RateChange> rateChanges)
            implements
                TrainingEvent {
        public Continued {
            history = List.copyOf(history);
            rateChanges = List.copyOf(rateChanges);
        }
    }

    /** One pass is done and validated, with answers to all validation images. */
    record EpochDone(EpochResult result, Confusions validation) implements TrainingEvent {}

    /** The run waits. */
    record Paused(long iteration) implements TrainingEvent {}

    /** The run goes on after a pause. */
    record Resumed(long iteration) implements TrainingEvent {}

    /** Somebody set the learning rate. */
    record LearningRateChanged(RateChange change) implements TrainingEvent {}

    /** How the layers learned from a batch, in order. */
    record LayersMeasured(long iteration, List<LayerFigures> layers) implements TrainingEvent {
        public LayersMeasured {
            layers = List.copyOf(layers);
        }
    }

    /** The run is over and left something. */
    record Finished(TrainingResult result) implements TrainingEvent {}

    /** The run is over and everything was dropped, as asked. */
    record Cancelled() implements TrainingEvent {}

    /**
     * The run broke and left nothing.
     *
     * @param message
     *            for the user
     * @param diverged
     *            whether its loss was no number before anything good was learned
     */
    record Failed(String message, boolean diverged) implements TrainingEvent {}
}
