package inkbench.training;

import java.util.List;

import inkbench.model.Reproducibility;
import inkbench.model.Weights;
import inkbench.training.recipe.TrainingSettings;

/**
 * What a run leaves.
 *
 * @param weights
 *            after the last batch
 * @param history
 *            one entry per completed epoch
 * @param stopped
 *            whether it was stopped before the last epoch was done
 * @param seconds
 *            from the first batch to the end
 * @param samplesPerSecond
 *            images learned from per second of training, validation left out
 * @param reproducibility
 *            under which conditions the same settings give the same weights
 */
public record TrainingResult(
        TrainingSettings settings,
        Weights weights,
        List<EpochResult> history,
        boolean stopped,
        double seconds,
        double samplesPerSecond,
        Reproducibility reproducibility) {
    public TrainingResult {
        history = List.copyOf(history);
    }
}
