package inkbench.training.optimizer;

/**
 * An {@link Optimizer} at work: changes weights by their gradients and keeps what it needs to remember of them. The loops are
 * plain, so that the compiler makes vector instructions of them; one pass over memory does it all.
 */
public interface UpdateRule {
    /**
     * Changes weights {@code from} to {@code to − 1}. Threads may work on different ranges at the same time; every weight is
     * changed once in every iteration.
     *
     * @param gradient
     *            that of weight {@code from} first
     * @param learningRate
     *            step size in force, in place of {@link Optimizer#learningRate()}
     * @param iteration
     *            how many updates there were with this one, from 1
     */
    void apply(float[] weights, float[] gradient, int from, int to, float learningRate, long iteration);

    /** The rule of an optimizer for so many weights. */
    static UpdateRule of(Optimizer optimizer, int count) {
        return switch (optimizer) {
            case Optimizer.RmsProp rmsProp -> new RmsPropRule(rmsProp, count);
            case Optimizer.AdaDelta adaDelta -> new AdaDeltaRule(adaDelta, count);
        };
    }
}
