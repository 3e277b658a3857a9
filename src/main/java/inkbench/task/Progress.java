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
     * For one of several pieces of work that are done one after the other and take about the same time.
     *
     * @param piece
     *            which, from 0
     */
    default Progress share(int piece, int pieces) {
        var whole = this;
        return new Progress() {
            @Override
            public void report(long done, long total) {
                whole.report(piece * total + done, pieces * total);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

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
