package inkbench.training;

import java.util.List;
import java.util.Optional;

import inkbench.model.Weights;
import inkbench.model.network.layer.Loss;
import inkbench.training.event.EpochResult;
import inkbench.training.event.RateChange;
import inkbench.training.recipe.TrainingSettings;

/**
 * All there is to a run between two batches: who goes on from here ends with the same bits as if nothing had been in between.
 * Randomness needs no memory, because every random number of a run is made from its seed and the place it is for.
 *
 * @param weights
 *            what was learned, and the state of the layers
 * @param memory
 *            what the optimizer remembers; not to be written to
 * @param progress
 *            how far the run is
 * @param best
 *            what early stopping would keep so far
 */
public record Checkpoint(TrainingSettings settings, Weights weights, float[] memory, Progress progress,
        Optional<Best> best) {
    /**
     * How far a run is.
     *
     * @param epochLoss
     *            sum over the batches of the epoch that is under way
     * @param epochSeconds
     *            that they took
     * @param history
     *            of the epochs that are done
     * @param rateChanges
     *            in order
     * @param seconds
     *            that the run has taken, pauses left out
     * @param learningSeconds
     *            of these, without validation
     * @param samplesLearned
     *            images over all batches
     */
    public record Progress(
            Loss epochLoss,
            double epochSeconds,
            List<EpochResult> history,
            List<RateChange> rateChanges,
            double seconds,
            double learningSeconds,
            long samplesLearned) {
        /** Of a run that has not begun. */
        static final Progress NONE = new Progress(Loss.NONE, 0, List.of(), List.of(), 0, 0, 0);

        public Progress {
            history = List.copyOf(history);
            rateChanges = List.copyOf(rateChanges);
        }
    }

    /** The weights after the epoch with the lowest validation loss so far. */
    public record Best(int epoch, double validationLoss, Weights weights) {}
}
