package inkbench.task;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of threads, the caller's among them, that do the pieces of one task together and then the next: for tasks
 * of a few milliseconds, where handing them to an executor and waiting for futures would cost too much.
 */
public final class Team implements AutoCloseable {
    // Long enough to bridge the gap between two steps of training, short enough to waste nothing when it pauses.
    private static final long SPIN_NANOS = 50_000;

    private final Thread[] helpers;
    private volatile Round round = new Round(0, null, null);
    private volatile boolean closed;

    /** One of the numbered pieces of a task. */
    @FunctionalInterface
    public interface Piece {
        /**
         * Does it.
         *
         * @param worker
         *            who does it, from 0 to {@link Team#size()} − 1; no two at a time have the same number
         * @param piece
         *            which one, from 0
         */
        void run(int worker, int piece);
    }

    /**
     * Starts the threads.
     *
     * @param size
     *            how many work together, the caller's thread included, at least 1
     * @param factory
     *            makes the others, {@link Workers#daemons} or {@link Workers#backgroundDaemons}
     */
    public Team(int size, ThreadFactory factory) {
        if (size < 1) {
            throw new IllegalArgumentException("A team of " + size);
        }
        helpers = new Thread[size - 1];
        for (int i = 0; i < helpers.length; i++) {
            int worker = i + 1;
            helpers[i] = factory.newThread(() -> help(worker));
        }
        for (var helper : helpers) {
            helper.start();
        }
    }

    /** Nobody but who calls. */
    public static Team ofCaller() {
        return new Team(1, Thread.ofPlatform().factory());
    }

    /** How many work together. */
    public int size() {
        return helpers.length + 1;
    }

    /**
     * Does pieces 0 to {@code pieces − 1}, in any order and side by side, and returns when all are done. Only one thread may
     * call at a time.
     *
     * @throws RuntimeException
     *             what a piece threw, once the others are done
     */
    public void run(int pieces, Piece piece) {
        if (helpers.length == 0) {
            for (int number = 0; number < pieces; number++) {
                piece.run(0, number);
            }
            return;
        }
        var next = new Round(pieces, piece, Thread.currentThread());
        round = next;
        for (int i = 0; i < Math.min(helpers.length, pieces - 1); i++) {
            LockSupport.unpark(helpers[i]);
        }
        next.work(0);
        next.awaitEnd();
    }

    private void help(int worker) {
        var seen = round;
        seen.work(worker);
        while (!closed) {
            long giveUp = System.nanoTime() + SPIN_NANOS;
            while (round == seen && !closed && System.nanoTime() < giveUp) {
                Thread.onSpinWait();
            }
            while (round == seen && !closed) {
                LockSupport.park(this);
            }
            seen = round;
            seen.work(worker);
        }
    }

    /** Lets the threads end. */
    @Override
    public void close() {
        closed = true;
        for (var helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    /** One task. A helper that comes late finds nothing left to do and harms nothing. */
    private static final class Round {
        private final int pieces;
        private final Piece piece;
        private final Thread caller;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger unfinished;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Round(int pieces, Piece piece, Thread caller) {
            this.pieces = pieces;
            this.piece = piece;
            this.caller = caller;
            unfinished = new AtomicInteger(pieces);
        }

        void work(int worker) {
            for (int number = next.getAndIncrement(); number < pieces; number = next.getAndIncrement()) {
                try {
                    piece.run(worker, number);
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                }
                if (unfinished.decrementAndGet() == 0) {
                    LockSupport.unpark(caller);
                }
            }
        }

        void awaitEnd() {
            long giveUp = System.nanoTime() + SPIN_NANOS;
            while (unfinished.get() > 0 && System.nanoTime() < giveUp) {
                Thread.onSpinWait();
            }
            while (unfinished.get() > 0) {
                LockSupport.park(this);
            }
            switch (failure.get()) {
                case null -> {
                    // All went well.
                }
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
