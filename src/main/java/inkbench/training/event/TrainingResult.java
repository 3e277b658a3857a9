package inkbench.training.event;

import java.util.List;

import inkbench.model.Reproducibility;
import inkbench.model.Weights;
import inkbench.training.recipe.TrainingSettings;

/**
 * What a run leaves.
 *
 * @param weights
 *            after the last batch; after the best epoch with early stopping; the last good ones of a run that diverged
 * @param history
 *            one entry per completed epoch
 * @param rateChanges
 *            learning rates that were set meanwhile
 * @param ending
 *            how it came to its end
 * @param seconds
 *            from the first batch to the end, pauses left out
 * @param samplesPerSecond
 *            images learned from per second of training, validation left out
 * @param reproducibility
 *            under which conditions the same settings give the same weights
 */
public record TrainingResult(
        TrainingSettings settings,
        Weights weights,
        List<EpochResult> history,
        List<RateChange> rateChanges,
        Ending ending,
        double seconds,
        double samplesPerSecond,
        Reproducibility reproducibility) {
    public TrainingResult {
        history = List.copyOf(history);
        rateChanges = List.copyOf(rateChanges);
    }

    /** How a run came to its end. */
    public sealed interface Ending {
        /** All epochs were done. */
        record Completed() implements Ending {}

        /** It was asked to. */
        record Stopped() implements Ending {}

        /** The validation loss had not fallen for long enough; the weights are those after this epoch. */
        record StoppedEarly(int bestEpoch) implements Ending {}

        /** The loss was no number any more. The message says so to the user, and what to try. */
        record Diverged(String message) implements Ending {}
    }

    /** Whether it ended before the last epoch was done because somebody wanted it to. */
    public boolean stopped() {
        return ending instanceof Ending.Stopped;
    }
}
