package inkbench.model.network.tensor;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * An operation for every size of batch that came up: one for full batches, one for an epoch's last. Shapes are part of a
 * prepared operation.
 */
public final class PerCount {
    private final IntFunction<Runnable> prepare;
    private final Map<Integer, Runnable> prepared = new HashMap<>();

    /**
     * Prepares nothing yet.
     *
     * @param prepare
     *            makes the operation for a batch of so many samples
     */
    public PerCount(IntFunction<Runnable> prepare) {
        this.prepare = prepare;
    }

    /** Does it for a batch of so many samples. */
    public void run(int samples) {
        prepared.computeIfAbsent(samples, prepare::apply).run();
    }
}
