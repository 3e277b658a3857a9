package inkbench.model.network.layer;

import inkbench.model.network.tensor.Signal;

/** One shard of an activation in place: the values before it are the values behind it. */
final class ActivationLayer implements ShardLayer {
    private static final int CHUNK = 4096;

    private final Signal signal;
    private final ActivationFunction function;
    private final float[] values = new float[CHUNK];
    private final float[] gradient = new float[CHUNK];

    ActivationLayer(Signal signal, ActivationFunction function) {
        this.signal = signal;
        this.function = function;
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        long end = signal.offset(to);
        for (long at = signal.offset(from); at < end; at += CHUNK) {
            int length = (int) Math.min(CHUNK, end - at);
            signal.values().read(at, values, length);
            function.apply(values, length);
            signal.values().write(at, values, 0, length);
        }
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        long end = signal.offset(to);
        for (long at = signal.offset(from); at < end; at += CHUNK) {
            int length = (int) Math.min(CHUNK, end - at);
            signal.values().read(at, values, length);
            signal.gradient().read(at, gradient, length);
            function.multiplyByDerivative(values, gradient, length);
            signal.gradient().write(at, gradient, 0, length);
        }
    }
}
