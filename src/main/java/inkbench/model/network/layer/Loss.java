package inkbench.model.network.layer;

/**
 * How well some samples were read.
 *
 * @param sum
 *            of their cross-entropies, in nats
 * @param correct
 *            how many were read right
 * @param samples
 *            how many there were
 */
public record Loss(double sum, int correct, int samples) {
    /** No samples. */
    public static final Loss NONE = new Loss(0, 0, 0);

    /** Both together. */
    public Loss plus(Loss other) {
        return new Loss(sum + other.sum, correct + other.correct, samples + other.samples);
    }

    /** Cross-entropy per sample. */
    public double mean() {
        return sum / samples;
    }

    /** Share of the samples read right. */
    public double accuracy() {
        return (double) correct / samples;
    }
}
