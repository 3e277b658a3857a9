package inkbench.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final int KEPT = 8;

    private final Object lock = new Object();
    private final List<Wait> longest = new ArrayList<>();
    private Duration mostProcessorTime = Duration.ZERO;
    private long asked;
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
            longest.clear();
            mostProcessorTime = Duration.ZERO;
            asked = 0;
        }
    }

    /** The longest time from question to answer since the last mark. */
    public Duration longest() {
        synchronized (lock) {
            return longest.isEmpty() ? Duration.ZERO : Duration.ofNanos(longest.getFirst().nanos());
        }
    }

    /**
     * The most processor time that the FX thread used between question and answer since the last mark. On a busy machine
     * this tells what the app does itself from what others keep it from doing.
     */
    public Duration mostProcessorTime() {
        synchronized (lock) {
            return mostProcessorTime;
        }
    }

    /** The longest times, how many answers they are out of, and what the FX thread was at in the middle of each. */
    public String summary() {
        synchronized (lock) {
            var text = new StringBuilder(
                    String.format(
                            "FX thread: at most %.1f ms to an answer, at most %.1f ms of work before one, of %d",
                            longest().toNanos() / 1e6,
                            mostProcessorTime.toNanos() / 1e6,
                            asked));
            for (var wait : longest) {
                text.append(String.format("%n  %.1f ms, work %.1f ms", wait.nanos() / 1e6, wait.cpuNanos() / 1e6));
                for (var element : wait.at()) {
                    text.append(System.lineSeparator()).append("    at ").append(element);
                }
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
        var seen = new ArrayList<StackTraceElement[]>();
        while (!answered.await(8, TimeUnit.MILLISECONDS) && !closed) {
            if (fxThread != null) {
                seen.add(fxThread.getStackTrace());
            }
        }
        long nanos = System.nanoTime() - start;
        long work = cpu < 0 ? 0 : cpuNanos() - cpu;
        keep(new Wait(nanos, work, seen.isEmpty() ? List.of() : List.of(seen.get(seen.size() / 2))));
    }

    private void keep(Wait wait) {
        synchronized (lock) {
            asked++;
            if (wait.cpuNanos() > mostProcessorTime.toNanos()) {
                mostProcessorTime = Duration.ofNanos(wait.cpuNanos());
            }
            longest.add(wait);
            longest.sort(Comparator.comparingLong(Wait::nanos).reversed());
            if (longest.size() > KEPT) {
                longest.removeLast();
            }
        }
    }

    private record Wait(long nanos, long cpuNanos, List<StackTraceElement> at) {}
}
