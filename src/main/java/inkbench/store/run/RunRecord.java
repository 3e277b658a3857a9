package inkbench.store.run;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A run as the workspace has it.
 *
 * @param id
 *            its number, never used again, from 1
 * @param begun
 *            what was known when it began
 * @param ended
 *            empty while it is under way or interrupted
 * @param outcome
 *            a sentence on how it ended, or empty
 */
public record RunRecord(
        long id,
        NewRun begun,
        RunState state,
        Optional<Instant> ended,
        String outcome,
        String notes,
        SortedSet<String> tags) {
    public RunRecord {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }
}
