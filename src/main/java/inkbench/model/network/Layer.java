package inkbench.model.network;

/**
 * A layer at work, with buffers of its own, bound to what comes before and after it. Reads the values before it and writes
 * those behind it; backward the other way round, with gradients.
 */
interface Layer {
    /** Computes the values behind the layer for the first {@code samples}. */
    void forward(int samples, Pass pass);

    /**
     * From the gradient behind the layer computes that of its parameters and that before it, for the samples of the last
     * {@link #forward}. Sums over the samples, replacing what was there.
     */
    void backward(int samples, Pass pass);

    /**
     * What all layers know about one pass through the network.
     *
     * @param training
     *            whether dropout is at work
     * @param seed
     *            decides what is dropped
     */
    record Pass(boolean training, long seed) {}
}
