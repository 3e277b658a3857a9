package inkbench.training.optimizer;

import java.util.List;

/** See {@link Optimizer.AdaDelta}. */
final class AdaDeltaRule implements UpdateRule {
    private final float rho;
    private final float fresh;
    private final float epsilon;
    private final float[] meanSquares;
    private final float[] meanSquaredSteps;

    AdaDeltaRule(Optimizer.AdaDelta settings, int count) {
        rho = (float) settings.rho();
        fresh = (float) (1 - settings.rho());
        epsilon = (float) settings.epsilon();
        meanSquares = new float[count];
        meanSquaredSteps = new float[count];
    }

    @Override
    public void apply(float[] weights, float[] gradient, float learningRate, long iteration) {
        for (int i = 0; i < meanSquares.length; i++) {
            float g = gradient[i];
            float square = Subnormals.removed(rho * meanSquares[i] + fresh * g * g);
            float step = (float) Math.sqrt((meanSquaredSteps[i] + epsilon) / (square + epsilon)) * g;
            meanSquares[i] = square;
            meanSquaredSteps[i] = Subnormals.removed(rho * meanSquaredSteps[i] + fresh * step * step);
            weights[i] -= learningRate * step;
        }
    }

    @Override
    public List<float[]> memory() {
        return List.of(meanSquares, meanSquaredSteps);
    }
}
