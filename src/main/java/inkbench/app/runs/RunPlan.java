package inkbench.app.runs;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How a run is kept while it goes on.
 *
 * @param name
 *            what a person calls it
 * @param checkpointInterval
 *            how long it learns at most between two checkpoints, above 0; there is one after each epoch and on every pause, too
 * @param group
 *            number of the folds or seeds it is one of
 */
public record RunPlan(String name, Duration checkpointInterval, OptionalLong group) {
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(30);

    public RunPlan {
        if (!checkpointInterval.isPositive()) {
            throw new IllegalArgumentException("A checkpoint every " + checkpointInterval);
        }
    }

    /** A run by itself, of which at most half a minute can be lost. */
    public static RunPlan of(String name) {
        return new RunPlan(name, USUAL_INTERVAL, OptionalLong.empty());
    }

    /** The same with checkpoints at another interval. */
    public RunPlan every(Duration interval) {
        return new RunPlan(name, interval, group);
    }

    /** The same as one of a group. */
    public RunPlan in(long number) {
        return new RunPlan(name, checkpointInterval, OptionalLong.of(number));
    }
}
