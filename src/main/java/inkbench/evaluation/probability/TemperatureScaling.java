package inkbench.evaluation.probability;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

import inkbench.evaluation.Evaluation;

/**
 * How much surer or less sure a model should be: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML
 * (2017). All logits are divided by one temperature, which changes no answer: above 1 the model becomes less sure, below 1 surer. It
 * is the temperature with the smallest cross-entropy.
 */
public final class TemperatureScaling {
    /** Below this, a probability says nothing more of its logit. */
    private static final double SMALLEST = 1e-30;
    private static final double LARGEST_TEMPERATURE = 20;
    private static final double PRECISION = 1e-6;
    private static final int MOST_STEPS = 200;

    private TemperatureScaling() {}

    /**
     * The temperature that suits a model best.
     *
     * @param evaluation
     *            of images that it has not learned; at least one
     * @return from 1/20 to 20
     */
    public static double fit(Evaluation evaluation) {
        // The logarithm of a probability is the logit but for a constant, which softmax takes out again.
        var logits = new double[evaluation.probabilities().length][];
        for (int i = 0; i < logits.length; i++) {
            var row = evaluation.probabilities()[i];
            logits[i] = new double[row.length];
            for (int c = 0; c < row.length; c++) {
                logits[i][c] = Math.log(Math.max(SMALLEST, row[c]));
            }
        }
        double limit = Math.log(LARGEST_TEMPERATURE);
        var best = new BrentOptimizer(PRECISION, PRECISION).optimize(
                new UnivariateObjectiveFunction(logarithm -> loss(logits, evaluation, Math.exp(logarithm))),
                GoalType.MINIMIZE,
                new SearchInterval(-limit, limit),
                new MaxEval(MOST_STEPS));
        return Math.exp(best.getPoint());
    }

    /** Sum of the cross-entropies in nats. */
    private static double loss(double[][] logits, Evaluation evaluation, double temperature) {
        double loss = 0;
        for (int i = 0; i < logits.length; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double logit : logits[i]) {
                largest = Math.max(largest, logit);
            }
            double sum = 0;
            for (double logit : logits[i]) {
                sum += Math.exp((logit - largest) / temperature);
            }
            loss += Math.log(sum) - (logits[i][evaluation.dataset().label(i)] - largest) / temperature;
        }
        return loss;
    }
}
