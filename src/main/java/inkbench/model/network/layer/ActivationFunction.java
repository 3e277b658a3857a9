package inkbench.model.network.layer;

import inkbench.model.Activation;

/** An {@link Activation} at work on many values. Its derivative is a function of its own values, so that these suffice. */
public interface ActivationFunction {
    /** Replaces the first {@code length} values by the function of them. */
    void apply(float[] values, int length);

    /**
     * Multiplies gradients by the derivative.
     *
     * @param values
     *            those of the function
     * @param gradient
     *            with respect to them; in the end with respect to what the function was applied to
     */
    void multiplyByDerivative(float[] values, float[] gradient, int length);

    /** Whether the derivative hangs on more than the signs of the values, so that nobody may scale these in place. */
    default boolean needsExactValues() {
        return false;
    }

    /** The function of that name. */
    static ActivationFunction of(Activation activation) {
        return switch (activation) {
            case IDENTITY -> new Identity();
            case RELU -> new Relu();
            case LEAKY_RELU -> new LeakyRelu();
            case ELU -> new Elu();
            case TANH -> new Tanh();
        };
    }

    /** Leaves all as it is. */
    final class Identity implements ActivationFunction {
        @Override
        public void apply(float[] values, int length) {
            // Its values are what it is applied to.
        }

        @Override
        public void multiplyByDerivative(float[] values, float[] gradient, int length) {
            // The derivative is 1.
        }
    }

    /** {@code max(0, x)}. */
    final class Relu implements ActivationFunction {
        @Override
        public void apply(float[] values, int length) {
            for (int i = 0; i < length; i++) {
                // Unlike a comparison this keeps NaN, which must come to light in the loss.
                values[i] = Math.max(values[i], 0);
            }
        }

        @Override
        public void multiplyByDerivative(float[] values, float[] gradient, int length) {
            for (int i = 0; i < length; i++) {
                // 0 or 1, since no value is negative. The compiler makes a branch of a comparison, vectors of this.
                gradient[i] *= Math.signum(values[i]);
            }
        }
    }

    /** x, or a hundredth of it where it is negative. */
    final class LeakyRelu implements ActivationFunction {
        private static final float SLOPE = 0.01f;

        @Override
        public void apply(float[] values, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = Math.max(values[i], SLOPE * values[i]);
            }
        }

        @Override
        public void multiplyByDerivative(float[] values, float[] gradient, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] *= Math.max(Math.signum(values[i]), SLOPE);
            }
        }
    }

    /** x, or {@code exp(x) − 1} where it is negative. */
    final class Elu implements ActivationFunction {
        @Override
        public void apply(float[] values, int length) {
            for (int i = 0; i < length; i++) {
                // Exponentials take long; most values need none.
                if (!(values[i] > 0)) {
                    values[i] = (float) (Math.exp(values[i]) - 1);
                }
            }
        }

        @Override
        public void multiplyByDerivative(float[] values, float[] gradient, int length) {
            for (int i = 0; i < length; i++) {
                // The derivative of exp(x) − 1 is exp(x).
                gradient[i] *= Math.min(values[i], 0) + 1;
            }
        }

        @Override
        public boolean needsExactValues() {
            return true;
        }
    }

    /** The hyperbolic tangent. */
    final class Tanh implements ActivationFunction {
        @Override
        public void apply(float[] values, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = (float) Math.tanh(values[i]);
            }
        }

        @Override
        public void multiplyByDerivative(float[] values, float[] gradient, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] *= 1 - values[i] * values[i];
            }
        }

        @Override
        public boolean needsExactValues() {
            return true;
        }
    }
}
