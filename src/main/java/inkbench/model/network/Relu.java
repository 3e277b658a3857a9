package inkbench.model.network;

/** {@code max(0, x)} in place: the values before it are the values behind it. */
final class Relu implements Layer {
    private static final int CHUNK = 4096;

    private final Signal signal;
    private final float[] chunk = new float[CHUNK];
    private final int[] valueBits = new int[CHUNK];
    private final int[] gradientBits = new int[CHUNK];

    Relu(Signal signal) {
        this.signal = signal;
    }

    @Override
    public void forward(int samples, Pass pass) {
        long end = (long) samples * signal.shape().size();
        for (long from = 0; from < end; from += CHUNK) {
            int length = (int) Math.min(CHUNK, end - from);
            signal.values().read(from, chunk, length);
            for (int i = 0; i < length; i++) {
                // Unlike a comparison this keeps NaN, which must come to light in the loss.
                chunk[i] = Math.max(chunk[i], 0);
            }
            signal.values().write(from, chunk, 0, length);
        }
    }

    @Override
    public void backward(int samples, Pass pass) {
        long end = (long) samples * signal.shape().size();
        for (long from = 0; from < end; from += CHUNK) {
            clearWhereZero(signal, from, valueBits, gradientBits, (int) Math.min(CHUNK, end - from));
        }
    }

    /**
     * Sets the gradient to 0 where the value is 0; no value is negative. On the bits of the numbers, because the compiler
     * turns that into vector instructions and a comparison into a branch for every number.
     */
    static void clearWhereZero(Signal signal, long from, int[] values, int[] gradients, int length) {
        signal.values().readBits(from, values, length);
        signal.gradient().readBits(from, gradients, length);
        for (int i = 0; i < length; i++) {
            gradients[i] &= -values[i] >> 31;
        }
        signal.gradient().writeBits(from, gradients, length);
    }
}
