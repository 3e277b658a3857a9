package inkbench.desktop.common;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import inkbench.data.PartedDataset;
import inkbench.model.Architecture;
import inkbench.training.RunControls;
import inkbench.training.TrainingRun;

/**
 * A run that is under way, or one of several that are one to whoever watches.
 *
 * @param name
 *            what it is called
 * @param data
 *            what it learns from
 * @param controls
 *            of all of them
 * @param runsAfter
 *            how many are to begin when this one is over
 * @param atHand
 *            gives the single run; nothing before the first has begun
 * @param end
 *            completes when all are over, however they end
 */
public record LiveRun(
        String name,
        PartedDataset data,
        Architecture architecture,
        RunControls controls,
        int runsAfter,
        Supplier<Optional<TrainingRun>> atHand,
        CompletableFuture<?> end) {
    /** A run by itself. */
    public LiveRun(String name, PartedDataset data, TrainingRun run) {
        this(name, data, run.settings().architecture(), run, 0, () -> Optional.of(run), run.result());
    }
}
