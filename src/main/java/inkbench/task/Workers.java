package inkbench.task;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A few named daemon threads that do {@link Work}. The only place where threads are made. */
public final class Workers implements AutoCloseable {
    private final ExecutorService executor;

    /**
     * Makes the threads.
     *
     * @param name
     *            what they are called in a thread dump
     * @param threads
     *            how many, at least 1
     */
    public Workers(String name, int threads) {
        this(threads, daemons(name));
    }

    private Workers(int threads, ThreadFactory factory) {
        executor = Executors.newFixedThreadPool(threads, factory);
    }

    /** The same, with threads that take what the others leave of the processors. */
    public static Workers inBackground(String name, int threads) {
        return new Workers(threads, backgroundDaemons(name));
    }

    /** Starts work as soon as a thread is free. */
    public <T> Job<T> submit(String title, Work<T> work) {
        var job = new Job<T>(title);
        executor.execute(() -> job.run(work));
        return job;
    }

    /** Lets running work finish in the background and takes no more. */
    @Override
    public void close() {
        executor.shutdown();
    }

    /** Makes daemon threads, called alike, that take what the others leave of the processors. */
    public static ThreadFactory backgroundDaemons(String name) {
        return new BackgroundThreads(daemons(name));
    }

    /** Makes daemon threads called {@code name-1}, {@code name-2}, … */
    public static ThreadFactory daemons(String name) {
        var count = new AtomicInteger();
        return runnable -> {
            var thread = new Thread(runnable, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
