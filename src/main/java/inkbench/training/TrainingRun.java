package inkbench.training;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import inkbench.model.Weights;
import inkbench.training.recipe.TrainingSettings;

/** A run that is under way. Any thread may call. */
public interface TrainingRun {
    /** What was asked for. */
    TrainingSettings settings();

    /** Ends after the batch at hand; {@link #result()} then completes normally with what was learned. */
    void stop();

    /**
     * The newest weights that were published, and a request to publish newer ones after the batch at hand. Does not wait:
     * there are none until the run has made its first.
     */
    Optional<Weights> latestWeights();

    /** Completes when the run is over; exceptionally with the cause if it broke. */
    CompletableFuture<TrainingResult> result();
}
