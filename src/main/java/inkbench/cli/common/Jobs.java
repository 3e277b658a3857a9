package inkbench.cli.common;

import java.io.IOException;
import java.util.concurrent.CompletionException;

import inkbench.task.Job;

/** Work in the background for which a command waits. */
public final class Jobs {
    private Jobs() {}

    /**
     * What the work makes.
     *
     * @throws IOException
     *             if it failed with one
     */
    public static <T> T await(Job<T> job) throws IOException {
        try {
            return job.result().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof IOException known) {
                throw known;
            }
            throw failure;
        }
    }
}
