package inkbench.model.network.tensor;

/** One native number for every parameter of a network, in the order of {@link inkbench.model.Weights}. */
public final class Parameters implements AutoCloseable {
    private final Tensor tensor;
    private final int count;

    /** Zeros. */
    public Parameters(int count) {
        this.count = count;
        tensor = new Tensor(count);
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Copies {@code length} values from {@code from} on to the beginning of {@code target}. */
    public void read(int from, float[] target, int length) {
        tensor.read(from, target, length);
    }

    /** Copies {@code length} values of {@code source} to the same places here, {@code from} on. */
    public void write(int from, float[] source, int length) {
        tensor.write(from, source, from, length);
    }

    /** Takes all values of {@code source}. */
    public void write(float[] source) {
        if (source.length != count) {
            throw new IllegalArgumentException(count + " parameters expected, " + source.length + " given");
        }
        write(0, source, count);
    }

    /** The values themselves. */
    public Tensor tensor() {
        return tensor;
    }

    @Override
    public void close() {
        tensor.close();
    }
}
