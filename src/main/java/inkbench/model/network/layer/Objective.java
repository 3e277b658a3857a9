package inkbench.model.network.layer;

/**
 * What is to be made small while learning, beside the plain cross-entropy.
 *
 * @param labelSmoothing
 *            share of the truth that is spread evenly over all classes, in [0, 1)
 * @param classWeights
 *            how much a sample of each class counts, at least 0; empty for 1 each. Not to be written to
 */
public record Objective(double labelSmoothing, float[] classWeights) {
    /** Nothing beside it. */
    public static final Objective PLAIN = new Objective(0, new float[0]);

    /** Without weights. */
    public static Objective smoothed(double labelSmoothing) {
        return new Objective(labelSmoothing, new float[0]);
    }

    float weight(int label) {
        return classWeights.length == 0 ? 1 : classWeights[label];
    }
}
