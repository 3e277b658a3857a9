package inkbench.training.tuning;

import java.util.Arrays;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Fine-tunes a network on a handful of images by its last layer alone: all layers before it are frozen, so what they have learned of
 * digits can't be lost, and a second's work is enough. Digits that the network knew before are rehearsed with the new ones, against
 * forgetting (Robins, "Catastrophic forgetting, rehearsal and pseudorehearsal", Connection Science 7, 1995).
 *
 * <p>
 * What is made small is {@code s · CE(own) + (1 − s) · CE(rehearsed) + stiffness / 2 · ‖change of the parameters‖²}, with CE the mean
 * cross-entropy in nats. It is convex, so the answer doesn't depend on how it is found.
 */
public final class HeadTuning {
    private static final double PRECISION = 1e-5;
    private static final int MOST_STEPS = 150;
    /** Along a line the minimum needs only be met roughly, since the next line leads elsewhere. */
    private static final double LINE_PRECISION = 1e-2;
    private static final double LINE_STEP = 1;

    private final Head start;
    private final TuningSamples own;
    private final TuningSamples rehearsed;
    private final double share;
    private final double stiffness;

    private HeadTuning(Head start, TuningSamples own, TuningSamples rehearsed, double share, double stiffness) {
        this.start = start;
        this.own = own;
        this.rehearsed = rehearsed;
        this.share = share;
        this.stiffness = stiffness;
    }

    /**
     * Tunes a head.
     *
     * @param own
     *            new images, at least one
     * @param rehearsed
     *            images of the kind that the network has learned, at least one
     * @param share
     *            how much the new ones count beside those, between 0 and 1
     * @param stiffness
     *            how much it costs to move away from the head as it is, at least 0
     */
    public static Head tune(Head start, TuningSamples own, TuningSamples rehearsed, double share, double stiffness) {
        if (own.size() == 0 || rehearsed.size() == 0 || !(share > 0 && share < 1) || !(stiffness >= 0)) {
            throw new IllegalArgumentException(
                    own.size() + " and " + rehearsed.size() + " images, share " + share + ", stiffness " + stiffness);
        }
        var tuning = new HeadTuning(start, own, rehearsed, share, stiffness);
        var optimizer = new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE, new SimpleValueChecker(PRECISION, PRECISION, MOST_STEPS),
                LINE_PRECISION, LINE_PRECISION, LINE_STEP);
        MultivariateFunction loss = parameters -> tuning.lossAndGradient(parameters, null);
        MultivariateVectorFunction gradient = parameters -> {
            var target = new double[parameters.length];
            tuning.lossAndGradient(parameters, target);
            return target;
        };
        var found = optimizer.optimize(
                new ObjectiveFunction(loss),
                new ObjectiveFunctionGradient(gradient),
                GoalType.MINIMIZE,
                new InitialGuess(start.parameters()),
                MaxEval.unlimited());
        return new Head(start.inputs(), start.classes(), found.getPoint());
    }

    /**
     * What is made small.
     *
     * @param gradient
     *            takes its derivatives by the parameters; null if nobody wants them
     */
    double lossAndGradient(double[] parameters, double[] gradient) {
        var head = new Head(start.inputs(), start.classes(), parameters);
        double loss = add(head, own, share / own.size(), gradient)
                + add(head, rehearsed, (1 - share) / rehearsed.size(), gradient);
        for (int i = 0; i < parameters.length; i++) {
            double change = parameters[i] - start.parameters()[i];
            loss += stiffness / 2 * change * change;
            if (gradient != null) {
                gradient[i] += stiffness * change;
            }
        }
        return loss;
    }

    private static double add(Head head, TuningSamples samples, double weight, double[] gradient) {
        int classes = head.classes();
        double loss = 0;
        for (int i = 0; i < samples.size(); i++) {
            var values = samples.values()[i];
            int label = samples.labels()[i];
            var probabilities = head.logits(values);
            double wanted = probabilities[label];
            double logSum = softmax(probabilities);
            loss += weight * (logSum - wanted);
            if (gradient != null) {
                probabilities[label] -= 1;
                addGradient(values, probabilities, weight, gradient, classes);
            }
        }
        return loss;
    }

    private static void addGradient(float[] values, double[] errors, double weight, double[] gradient, int classes) {
        for (int input = 0; input < values.length; input++) {
            double scaled = weight * values[input];
            if (scaled != 0) {
                for (int c = 0; c < classes; c++) {
                    gradient[input * classes + c] += scaled * errors[c];
                }
            }
        }
        for (int c = 0; c < classes; c++) {
            gradient[values.length * classes + c] += weight * errors[c];
        }
    }

    /** Logits become probabilities in place; gives the logarithm of the sum of the exponentials. */
    private static double softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = 0;
        for (int c = 0; c < logits.length; c++) {
            logits[c] = Math.exp(logits[c] - largest);
            sum += logits[c];
        }
        for (int c = 0; c < logits.length; c++) {
            logits[c] /= sum;
        }
        return largest + Math.log(sum);
    }
}
