package inkbench.training.optimizer;

/** How gradients change weights. All settings are explicit, because libraries differ in their defaults. */
public sealed interface Optimizer {
    /** Step size, above 0. */
    double learningRate();

    /** The same with another step size. */
    Optimizer withLearningRate(double learningRate);

    /** RMSProp as Keras computes it: {@code v ← ρv + (1−ρ)g²; w ← w − lr·g/(√v + ε)}. */
    record RmsProp(double learningRate, double rho, double epsilon) implements Optimizer {
        @Override
        public RmsProp withLearningRate(double rate) {
            return new RmsProp(rate, rho, epsilon);
        }
    }

    /** AdaDelta (Zeiler 2012) with a factor in front of the step, as Keras has it. */
    record AdaDelta(double learningRate, double rho, double epsilon) implements Optimizer {
        @Override
        public AdaDelta withLearningRate(double rate) {
            return new AdaDelta(rate, rho, epsilon);
        }
    }
}
