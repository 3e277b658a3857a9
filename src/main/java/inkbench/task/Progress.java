package inkbench.task;

import java.util.concurrent.CancellationException;

/** What long work tells whoever watches it, and where it learns that nobody wants it any more. */
public interface Progress {
    /** For work that nobody watches and nobody cancels. */
    Progress NONE = new Progress() {
        @Override
        public void report(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** Says that {@code done} of {@code total} units are done; cheap enough to be called for every batch. */
    void report(long done, long total);

    /** Whether the work should stop. */
    boolean cancelled();

    /**
     * Ends the work if it was cancelled.
     *
     * @throws CancellationException
     *             if it was
     */
    default void throwIfCancelled() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }
}
