package inkbench.model.network.layer;

import inkbench.model.network.tensor.Signal;

/** One shard of an activation. Before and behind it may be the same signal; in any case they share the gradient. */
public final class ActivationLayer implements ShardLayer {
    private static final int CHUNK = 4096;

    private final Signal input;
    private final Signal output;
    private final ActivationFunction function;
    private final float[] values = new float[CHUNK];
    private final float[] gradient = new float[CHUNK];

    public ActivationLayer(Signal input, Signal output, ActivationFunction function) {
        this.input = input;
        this.output = output;
        this.function = function;
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        long end = output.offset(to);
        for (long at = output.offset(from); at < end; at += CHUNK) {
            int length = (int) Math.min(CHUNK, end - at);
            input.values().read(at, values, length);
            function.apply(values, length);
            output.values().write(at, values, 0, length);
        }
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        long end = output.offset(to);
        for (long at = output.offset(from); at < end; at += CHUNK) {
            int length = (int) Math.min(CHUNK, end - at);
            output.values().read(at, values, length);
            output.gradient().read(at, gradient, length);
            function.multiplyByDerivative(values, gradient, length);
            output.gradient().write(at, gradient, 0, length);
        }
    }
}
