package inkbench.task;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadFactory;

/**
 * Threads for work that keeps every processor busy for minutes. They take what the others leave: without that, training on
 * all processors makes the window wait up to 100 ms for its turn to paint.
 */
final class BackgroundThreads implements ThreadFactory {
    private static final System.Logger LOGGER = System.getLogger(BackgroundThreads.class.getName());
    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    /** A tenth of the share of a normal thread where both want to run; all of the processor where no other does. */
    private static final int NICENESS = 10;

    private final ThreadFactory threads;

    BackgroundThreads(ThreadFactory threads) {
        this.threads = threads;
    }

    @Override
    public Thread newThread(Runnable work) {
        var thread = threads.newThread(() -> {
            stepBack();
            work.run();
        });
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /**
     * On Linux the JVM leaves priorities alone, but {@code setpriority(2)} takes effect for a single thread there, and
     * needs no rights as long as it lowers. Elsewhere the thread's Java priority does it.
     */
    @SuppressWarnings("restricted")
    private static void stepBack() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        var linker = Linker.nativeLinker();
        linker.defaultLookup().find("setpriority").ifPresent(address -> {
            var descriptor = FunctionDescriptor
                    .of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            var setPriority = linker.downcallHandle(address, descriptor);
            try {
                int refused = (int) setPriority.invokeExact(PRIO_PROCESS, CALLING_THREAD, NICENESS);
                if (refused != 0) {
                    LOGGER.log(Level.DEBUG, "The system keeps a background thread at normal priority");
                }
            } catch (Throwable failure) {
                throw new IllegalStateException("setpriority takes three numbers and gives one", failure);
            }
        });
    }
}
