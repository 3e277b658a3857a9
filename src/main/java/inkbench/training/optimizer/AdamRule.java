package inkbench.training.optimizer;

import java.util.List;

/** See {@link Optimizer.Adam}. */
final class AdamRule implements UpdateRule {
    private final Optimizer.Adam settings;
    private final float[] means;
    private final float[] meanSquares;

    AdamRule(Optimizer.Adam settings, int count) {
        this.settings = settings;
        means = new float[count];
        meanSquares = new float[count];
    }

    @Override
    public void apply(float[] weights, float[] gradient, float learningRate, long iteration) {
        float beta1 = (float) settings.beta1();
        float beta2 = (float) settings.beta2();
        float fresh1 = (float) (1 - settings.beta1());
        float fresh2 = (float) (1 - settings.beta2());
        float epsilon = (float) settings.epsilon();
        float rate = (float) (learningRate * biasCorrection(iteration));
        float shrink = (float) (learningRate * settings.weightDecay());
        for (int i = 0; i < means.length; i++) {
            float g = gradient[i];
            float mean = Subnormals.removed(beta1 * means[i] + fresh1 * g);
            float square = Subnormals.removed(beta2 * meanSquares[i] + fresh2 * g * g);
            means[i] = mean;
            meanSquares[i] = square;
            weights[i] -= rate * (mean / ((float) Math.sqrt(square) + epsilon)) + shrink * weights[i];
        }
    }

    /** By StrictMath, because Math's powers may differ between processors. */
    private double biasCorrection(long iteration) {
        double mean = 1 - StrictMath.pow(settings.beta1(), iteration);
        double meanSquare = 1 - StrictMath.pow(settings.beta2(), iteration);
        return Math.sqrt(meanSquare) / mean;
    }

    @Override
    public List<float[]> memory() {
        return List.of(means, meanSquares);
    }
}
