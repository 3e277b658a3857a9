package inkbench.store.run;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file from which a run can be continued.
 *
 * @param path
 *            where it lies
 * @param epoch
 *            the epoch it was written in, from 1
 * @param iteration
 *            batches that are in it, over all epochs
 */
public record CheckpointRecord(Path path, int epoch, long iteration, Instant written) {}
