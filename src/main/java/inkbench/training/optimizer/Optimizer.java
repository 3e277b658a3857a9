package inkbench.training.optimizer;

/**
 * How gradients change weights. The formulas are Keras's, so that its settings mean the same here: {@code w} a weight,
 * {@code g} its gradient, {@code lr} the learning rate in force, everything that is remembered 0 at first. All settings are
 * explicit, because libraries differ in their defaults.
 *
 * <p>Weight decay is decoupled from the gradient (Loshchilov &amp; Hutter, "Decoupled Weight Decay Regularization", 2019):
 * every weight, biases too, also shrinks by {@code lr·decay·w}. It is 0 for none.
 *
 * <p>The constructors throw {@link IllegalArgumentException} for what is out of range.
 */
public sealed interface Optimizer {
    /** Step size, above 0; a {@link Schedule} may change it in the course of a run. */
    double learningRate();

    /** The same with another step size. */
    Optimizer withLearningRate(double learningRate);

    /** Against the gradient: {@code w ← w − lr·g}. */
    record Sgd(double learningRate) implements Optimizer {
        public Sgd {
            requireLearningRate(learningRate);
        }

        @Override
        public Sgd withLearningRate(double rate) {
            return new Sgd(rate);
        }
    }

    /**
     * Nesterov's momentum, with the look ahead rewritten as Keras and ND4J have it:
     * {@code v ← μv − lr·g; w ← w + μv − lr·g − lr·decay·w}. The velocity has the learning rate in it, so a change of the rate
     * takes effect over the next {@code 1/(1−μ)} updates.
     *
     * @param momentum
     *            μ, in [0, 1)
     * @param weightDecay
     *            in [0, 1)
     */
    record Nesterov(double learningRate, double momentum, double weightDecay) implements Optimizer {
        public Nesterov {
            requireLearningRate(learningRate);
            Limits.requireFraction("The momentum", momentum);
            Limits.requireFraction("The weight decay", weightDecay);
        }

        /** Without weight decay. */
        public Nesterov(double learningRate, double momentum) {
            this(learningRate, momentum, 0);
        }

        @Override
        public Nesterov withLearningRate(double rate) {
            return new Nesterov(rate, momentum, weightDecay);
        }
    }

    /**
     * RMSProp: {@code v ← ρv + (1−ρ)g²; w ← w − lr·g/(√v + ε)}.
     *
     * @param rho
     *            ρ, in [0, 1)
     * @param epsilon
     *            ε, above 0
     */
    record RmsProp(double learningRate, double rho, double epsilon) implements Optimizer {
        public RmsProp {
            requireLearningRate(learningRate);
            Limits.requireFraction("Rho", rho);
            Limits.requirePositive("Epsilon", epsilon);
        }

        @Override
        public RmsProp withLearningRate(double rate) {
            return new RmsProp(rate, rho, epsilon);
        }
    }

    /**
     * AdaDelta (Zeiler 2012) with a factor in front of the step:
     * {@code v ← ρv + (1−ρ)g²; s = g·√(u + ε)/√(v + ε); u ← ρu + (1−ρ)s²; w ← w − lr·s}.
     *
     * @param rho
     *            ρ, in [0, 1)
     * @param epsilon
     *            ε, above 0
     */
    record AdaDelta(double learningRate, double rho, double epsilon) implements Optimizer {
        public AdaDelta {
            requireLearningRate(learningRate);
            Limits.requireFraction("Rho", rho);
            Limits.requirePositive("Epsilon", epsilon);
        }

        @Override
        public AdaDelta withLearningRate(double rate) {
            return new AdaDelta(rate, rho, epsilon);
        }
    }

    /**
     * Adam (Kingma &amp; Ba 2015) in the form that ends its section 2; with weight decay it is AdamW:
     * {@code m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; w ← w − lr·√(1−β₂ᵗ)/(1−β₁ᵗ)·m/(√v + ε) − lr·decay·w}, with {@code t} the
     * iteration from 1.
     *
     * @param beta1
     *            β₁, in [0, 1)
     * @param beta2
     *            β₂, in [0, 1)
     * @param epsilon
     *            ε, above 0; the paper's ε̂
     * @param weightDecay
     *            in [0, 1)
     */
    record Adam(double learningRate, double beta1, double beta2, double epsilon,
            double weightDecay) implements Optimizer {
        public Adam {
            requireLearningRate(learningRate);
            Limits.requireFraction("Beta 1", beta1);
            Limits.requireFraction("Beta 2", beta2);
            Limits.requirePositive("Epsilon", epsilon);
            Limits.requireFraction("The weight decay", weightDecay);
        }

        /** With Keras's settings of everything else, and without weight decay. */
        public Adam(double learningRate) {
            this(learningRate, 0.9, 0.999, 1e-7, 0);
        }

        @Override
        public Adam withLearningRate(double rate) {
            return new Adam(rate, beta1, beta2, epsilon, weightDecay);
        }

        /** The same with another weight decay. */
        public Adam withWeightDecay(double decay) {
            return new Adam(learningRate, beta1, beta2, epsilon, decay);
        }
    }

    private static void requireLearningRate(double rate) {
        Limits.requirePositive("A learning rate", rate);
    }
}
