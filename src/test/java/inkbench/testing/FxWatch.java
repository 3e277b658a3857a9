package inkbench.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import inkbench.task.Workers;
import javafx.application.Platform;

/**
 * Measures how long the FX thread lets others wait: a thread of its own asks it again and again, a millisecond apart, and
 * keeps the longest time to an answer.
 */
public final class FxWatch implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PAUSE_NANOS = 1_000_000;

    private final Object lock = new Object();
    private long longestNanos;
    private long mostCpuNanos;
    private long asked;
    private StackTraceElement[] longestAt = {};
    private volatile boolean closed;
    private volatile Thread fxThread;

    private FxWatch() {}

    /** Begins to measure; the toolkit must have been started. */
    public static FxWatch start() {
        var watch = new FxWatch();
        Workers.daemons("fx-watch").newThread(watch::measure).start();
        return watch;
    }

    /** Forgets what was measured so far. */
    public void mark() {
        synchronized (lock) {
            longestNanos = 0;
            mostCpuNanos = 0;
            asked = 0;
            longestAt = new StackTraceElement[0];
        }
    }

    /** The longest time from question to answer since the last mark. */
    public Duration longest() {
        synchronized (lock) {
            return Duration.ofNanos(longestNanos);
        }
    }

    /**
     * The most processor time that the FX thread used between question and answer since the last mark. On a busy machine
     * this tells what the app does itself from what others keep it from doing.
     */
    public Duration mostProcessorTime() {
        synchronized (lock) {
            return Duration.ofNanos(mostCpuNanos);
        }
    }

    /** The longest time, how many answers that is out of, and what the FX thread was at in the middle of it. */
    public String summary() {
        synchronized (lock) {
            var text = new StringBuilder(
                    String.format(
                            "FX thread: at most %.1f ms to an answer, at most %.1f ms of work before one, of %d",
                            longestNanos / 1e6,
                            mostCpuNanos / 1e6,
                            asked));
            for (var element : longestAt) {
                text.append(System.lineSeparator()).append("    at ").append(element);
            }
            return text.toString();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void measure() {
        try {
            while (!closed) {
                ask();
                TimeUnit.NANOSECONDS.sleep(PAUSE_NANOS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private long cpuNanos() {
        return fxThread == null ? -1 : THREADS.getThreadCpuTime(fxThread.threadId());
    }

    private void ask() throws InterruptedException {
        var answered = new CountDownLatch(1);
        long cpu = cpuNanos();
        long start = System.nanoTime();
        Platform.runLater(() -> {
            fxThread = Thread.currentThread();
            answered.countDown();
        });
        StackTraceElement[] seen = {};
        while (!answered.await(8, TimeUnit.MILLISECONDS) && !closed) {
            seen = fxThread == null ? seen : fxThread.getStackTrace();
        }
        long nanos = System.nanoTime() - start;
        long work = cpu < 0 ? 0 : cpuNanos() - cpu;
        synchronized (lock) {
            asked++;
            mostCpuNanos = Math.max(mostCpuNanos, work);
            if (nanos > longestNanos) {
                longestNanos = nanos;
                longestAt = seen;
            }
        }
    }
}
