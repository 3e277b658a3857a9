package inkbench.store.run;

import java.util.Locale;

/** What has become of a run. */
public enum RunState {
    /** Its process learns, or is about to. */
    RUNNING,
    /** Its process waits until it is told to go on. */
    PAUSED,
    /** All epochs are done, or early stopping found nothing to gain. */
    FINISHED,
    /** Someone ended it and kept what it had learned. */
    STOPPED,
    /** Someone ended it and dropped what it had learned. */
    CANCELLED,
    /** The loss was no number any more, or the run broke otherwise. */
    DIVERGED,
    /** Its process ended before it did. */
    INTERRUPTED;

    /** The word for it in the file and in documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a process is at it. */
    public boolean live() {
        return this == RUNNING || this == PAUSED;
    }

    /** The state of a word, which has to be one of them. */
    public static RunState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
