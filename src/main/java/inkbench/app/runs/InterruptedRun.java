package inkbench.app.runs;

import java.time.Instant;

import inkbench.training.recipe.TrainingSettings;

/**
 * A run whose process ended before it did, and from where it can go on.
 *
 * @param id
 *            its number in the workspace
 * @param dataSha256
 *            content hash of the images it learns from
 * @param epoch
 *            the one that is under way in its newest checkpoint, from 1
 * @param iteration
 *            batches that are in that checkpoint, over all epochs
 * @param checkpointed
 *            when that was written
 */
public record InterruptedRun(
        long id,
        String name,
        String dataName,
        String dataSha256,
        TrainingSettings settings,
        int epoch,
        long iteration,
        Instant started,
        Instant checkpointed) {}
