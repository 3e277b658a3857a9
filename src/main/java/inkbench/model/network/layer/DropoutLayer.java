package inkbench.model.network.layer;

import java.util.Arrays;

import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/**
 * One shard of dropout. Which values are dropped is a function of the pass's seed, the layer and the value's place in the
 * batch, so that backward finds the same ones without a mask having been kept. Before and behind it may be the same signal; in
 * any case they share the gradient.
 */
public final class DropoutLayer implements ShardLayer {
    private static final int CHUNK = 4096;
    private static final int BITS = 24;
    // 2^32 divided by the golden ratio: successive multiples lie far apart.
    private static final int STEP = 0x9E3779B9;

    private final Signal input;
    private final Signal output;
    private final int number;
    private final int threshold;
    private final float scale;
    private final float[] chunk = new float[CHUNK];
    private final int[] steps = new int[CHUNK];

    /**
     * Binds a layer.
     *
     * @param rate
     *            the share that is dropped
     * @param number
     *            tells the dropout layers of a network apart
     */
    public DropoutLayer(Signal input, Signal output, double rate, int number) {
        this.input = input;
        this.output = output;
        this.number = number;
        threshold = (int) Math.round(rate * (1 << BITS));
        scale = (float) (1 / (1 - rate));
        Arrays.setAll(steps, i -> i * STEP);
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        if (pass.training()) {
            apply(input.values(), output.values(), from, to, pass.seed());
        } else if (input != output) {
            copy(from, to);
        }
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        if (pass.training()) {
            apply(output.gradient(), output.gradient(), from, to, pass.seed());
        }
    }

    private void copy(int first, int behindLast) {
        long end = input.offset(behindLast);
        for (long from = input.offset(first); from < end; from += CHUNK) {
            int length = (int) Math.min(CHUNK, end - from);
            input.values().read(from, chunk, length);
            output.values().write(from, chunk, 0, length);
        }
    }

    private void apply(Tensor source, Tensor target, int first, int behindLast, long seed) {
        long key = mix(seed + number * 0x9E3779B97F4A7C15L);
        long end = input.offset(behindLast);
        for (long from = input.offset(first); from < end; from += CHUNK) {
            int length = (int) Math.min(CHUNK, end - from);
            source.read(from, chunk, length);
            drop(chunk, steps, length, (int) from * STEP + (int) key, (int) (key >>> 32), threshold, scale);
            target.write(from, chunk, 0, length);
        }
    }

    /** Free of branches and calls and of its own index, so that the compiler makes vector instructions of it. */
    private static void drop(float[] values, int[] steps, int length, int start, int key, int threshold, float scale) {
        for (int i = 0; i < length; i++) {
            // The finalizer of Wellons's "lowbias32", with a second key between its two rounds.
            int h = steps[i] + start;
            h = (h ^ h >>> 16) * 0x21F0AAAD ^ key;
            h = (h ^ h >>> 15) * 0x735A2D97;
            h ^= h >>> 15;
            int kept = (threshold - 1 - (h >>> 32 - BITS)) >>> 31;
            values[i] *= kept * scale;
        }
    }

    /** The finalizer of SplittableRandom (Stafford's variant 13). */
    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
