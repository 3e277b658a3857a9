package inkbench.training.optimizer;

import java.util.List;

/**
 * An {@link Optimizer} at work on one piece of the weights: changes them by their gradients and keeps what it needs to
 * remember of them.
 *
 * <p>A rule is one pass over memory in a plain loop, which the compiler makes vector instructions of. It does so only while
 * all arrays have the same index, because otherwise it can't tell that they don't overlap. So pieces begin at 0 in every
 * array, the remembered ones too, and a network has a rule for each piece. 16,384 weights and all that belongs to them stay
 * in a processor's own cache.
 */
public interface UpdateRule {
    /**
     * Changes the weights of the piece. To be called once in every iteration; different rules may be applied by different
     * threads at the same time.
     *
     * @param weights
     *            those of the piece from place 0 on; more may follow and are left alone
     * @param gradient
     *            likewise
     * @param learningRate
     *            step size in force, in place of {@link Optimizer#learningRate()}
     * @param iteration
     *            how many updates there were with this one, from 1
     */
    void apply(float[] weights, float[] gradient, float learningRate, long iteration);

    /**
     * What is remembered of the piece, one number for each weight in each array. They are the rule's own: to be read and
     * written, between two updates, in order to go on elsewhere as if nothing had been in between.
     */
    List<float[]> memory();

    /** The rule of an optimizer for a piece of so many weights. */
    static UpdateRule of(Optimizer optimizer, int count) {
        return switch (optimizer) {
            case Optimizer.Sgd _ -> new SgdRule(count);
            case Optimizer.Nesterov nesterov -> new NesterovRule(nesterov, count);
            case Optimizer.RmsProp rmsProp -> new RmsPropRule(rmsProp, count);
            case Optimizer.AdaDelta adaDelta -> new AdaDeltaRule(adaDelta, count);
            case Optimizer.Adam adam -> new AdamRule(adam, count);
        };
    }
}
