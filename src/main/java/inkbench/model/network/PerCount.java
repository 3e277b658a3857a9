package inkbench.model.network;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * An operation for every number of samples that came up: one for full batches, one for an epoch's last. Shapes are part of
 * a prepared operation.
 */
final class PerCount {
    private final IntFunction<NativeOperation> prepare;
    private final Map<Integer, NativeOperation> prepared = new HashMap<>();

    PerCount(IntFunction<NativeOperation> prepare) {
        this.prepare = prepare;
    }

    void run(int samples) {
        prepared.computeIfAbsent(samples, prepare::apply).run();
    }
}
