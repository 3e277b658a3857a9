package inkbench.task;

/** Work for when the process is told to end, such as by Ctrl-C; not for when it is killed. The process waits for it. */
public final class LastWork implements AutoCloseable {
    private final Thread thread;

    private LastWork(Thread thread) {
        this.thread = thread;
    }

    /** Does the work when the process ends, unless this was closed before. */
    public static LastWork onEnd(String name, Runnable work) {
        var thread = new Thread(work, name);
        Runtime.getRuntime().addShutdownHook(thread);
        return new LastWork(thread);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // The process is ending already, and the work under way.
        }
    }
}
