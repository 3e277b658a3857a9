package inkbench.task;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * One piece of {@link Work} on its way: what it is called, how far it is, its result. Any thread may look.
 *
 * @param <T>
 *            what the work makes
 */
public final class Job<T> {
    private final String title;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile boolean cancelled;
    private volatile double fraction = -1;
    /** When the first report came, and what it said: work may begin with a part that was done before. */
    private volatile Start start;

    Job(String title) {
        this.title = title;
    }

    /** What the work is, in the user's words. */
    public String title() {
        return title;
    }

    /** How much is done, from 0 to 1; negative while that is not known. */
    public double fraction() {
        return fraction;
    }

    /** The time that is left if the rest goes as fast as what is done; empty while too little is done to say. */
    public Optional<Duration> remaining() {
        double done = fraction;
        var from = start;
        if (from == null || done - from.fraction() < 0.02 || finished()) {
            return Optional.empty();
        }
        double elapsed = System.nanoTime() - from.nanos();
        return Optional.of(Duration.ofNanos((long) (elapsed * (1 - done) / (done - from.fraction()))));
    }

    /** Completes with the result or the failure, on the thread that did the work. */
    public CompletableFuture<T> result() {
        return result;
    }

    /** Whether the work is over, well or badly. */
    public boolean finished() {
        return result.isDone();
    }

    /** Asks the work to stop; {@link #result()} then completes with a {@link CancellationException}. */
    public void cancel() {
        cancelled = true;
    }

    void run(Work<T> work) {
        var progress = new Progress() {
            @Override
            public void report(long done, long total) {
                fraction = total > 0 ? Math.min(1, (double) done / total) : -1;
                if (start == null && fraction >= 0) {
                    start = new Start(System.nanoTime(), fraction);
                }
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
        try {
            progress.throwIfCancelled();
            result.complete(work.run(progress));
        } catch (Throwable failure) {
            // An Error belongs to the one who waits for the result as much as an exception does.
            result.completeExceptionally(failure);
        }
    }

    private record Start(long nanos, double fraction) {}
}
