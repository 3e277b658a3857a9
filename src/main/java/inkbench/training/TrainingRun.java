package inkbench.training;

import java.util.concurrent.CompletableFuture;

import inkbench.training.event.TrainingResult;
import inkbench.training.recipe.TrainingSettings;

/** A run that is under way. Any thread may call. */
public interface TrainingRun extends RunControls {
    /** What was asked for. */
    TrainingSettings settings();

    /** Completes when the run is over; exceptionally with the cause if it broke. */
    CompletableFuture<TrainingResult> result();
}
