package inkbench.testing;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands in for the FX thread: keeps tasks until the test, whose thread it is, runs them. */
public final class FxQueue implements Executor {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** How many tasks wait. */
    public int size() {
        return tasks.size();
    }

    /** Runs what waits at the moment. */
    public void runAll() {
        Runnable task;
        while ((task = tasks.poll()) != null) {
            task.run();
        }
    }

    /** Waits for a task that another thread hands over, and runs it. */
    public void runNext() {
        try {
            var task = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("Nothing to run came in " + PATIENCE_SECONDS + " s");
            }
            task.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
