package inkbench.model;

/**
 * All parameters of a network at one moment, layer after layer as {@link Architecture#layers()} has them, each layer's
 * weights before its biases. Never changed once made.
 *
 * @param iteration
 *            batches learned from so far, which tells two moments of one run apart
 * @param values
 *            {@link Architecture#parameterCount()} numbers; not to be written to
 */
public record Weights(long iteration, float[] values) {}
