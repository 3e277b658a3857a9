package inkbench.training;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * When a run makes checkpoints, and who takes them. There is one after every epoch and on every pause, too.
 *
 * @param interval
 *            how long the run learns between two at most, above 0
 * @param taker
 *            is called on the trainer's thread and must return at once
 */
public record Checkpointing(Duration interval, Consumer<Checkpoint> taker) {
    /** None at all. */
    public static final Checkpointing NONE = new Checkpointing(Duration.ofNanos(Long.MAX_VALUE), null);

    /** Whether there are any. */
    public boolean on() {
        return taker != null;
    }
}
