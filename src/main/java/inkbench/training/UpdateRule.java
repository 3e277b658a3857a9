package inkbench.training;

/**
 * An {@link Optimizer} at work: changes weights by their gradients and keeps what it needs to remember of them. The loops are
 * plain, so that the compiler makes vector instructions of them; one pass over memory does it all.
 */
interface UpdateRule {
    /**
     * Changes weights {@code from} to {@code to − 1}. Threads may work on different ranges at the same time.
     *
     * @param gradient
     *            that of weight {@code from} first
     */
    void apply(float[] weights, float[] gradient, int from, int to);

    /** The rule of an optimizer for so many weights. */
    static UpdateRule of(Optimizer optimizer, int count) {
        return switch (optimizer) {
            case Optimizer.RmsProp rmsProp -> new RmsProp(rmsProp, count);
            case Optimizer.AdaDelta adaDelta -> new AdaDelta(adaDelta, count);
        };
    }

    /** See {@link Optimizer.RmsProp}. */
    final class RmsProp implements UpdateRule {
        private final float rate;
        private final float rho;
        private final float epsilon;
        private final float[] meanSquares;

        RmsProp(Optimizer.RmsProp settings, int count) {
            rate = (float) settings.learningRate();
            rho = (float) settings.rho();
            epsilon = (float) settings.epsilon();
            meanSquares = new float[count];
        }

        @Override
        public void apply(float[] weights, float[] gradient, int from, int to) {
            float fresh = 1 - rho;
            for (int i = from; i < to; i++) {
                float g = gradient[i - from];
                float square = rho * meanSquares[i] + fresh * g * g;
                meanSquares[i] = square;
                weights[i] -= rate * g / ((float) Math.sqrt(square) + epsilon);
            }
        }
    }

    /** See {@link Optimizer.AdaDelta}. */
    final class AdaDelta implements UpdateRule {
        private final float rate;
        private final float rho;
        private final float epsilon;
        private final float[] meanSquares;
        private final float[] meanSquaredSteps;

        AdaDelta(Optimizer.AdaDelta settings, int count) {
            rate = (float) settings.learningRate();
            rho = (float) settings.rho();
            epsilon = (float) settings.epsilon();
            meanSquares = new float[count];
            meanSquaredSteps = new float[count];
        }

        @Override
        public void apply(float[] weights, float[] gradient, int from, int to) {
            float fresh = 1 - rho;
            for (int i = from; i < to; i++) {
                float g = gradient[i - from];
                float square = rho * meanSquares[i] + fresh * g * g;
                float step = (float) Math.sqrt((meanSquaredSteps[i] + epsilon) / (square + epsilon)) * g;
                meanSquares[i] = square;
                meanSquaredSteps[i] = rho * meanSquaredSteps[i] + fresh * step * step;
                weights[i] -= rate * step;
            }
        }
    }
}
