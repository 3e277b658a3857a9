package inkbench.training.optimizer;

import java.util.List;

/** See {@link Optimizer.RmsProp}. */
final class RmsPropRule implements UpdateRule {
    private final float rho;
    private final float fresh;
    private final float epsilon;
    private final float[] meanSquares;

    RmsPropRule(Optimizer.RmsProp settings, int count) {
        rho = (float) settings.rho();
        fresh = (float) (1 - settings.rho());
        epsilon = (float) settings.epsilon();
        meanSquares = new float[count];
    }

    @Override
    public void apply(float[] weights, float[] gradient, float learningRate, long iteration) {
        for (int i = 0; i < meanSquares.length; i++) {
            float g = gradient[i];
            float square = Subnormals.removed(rho * meanSquares[i] + fresh * g * g);
            meanSquares[i] = square;
            weights[i] -= learningRate * g / ((float) Math.sqrt(square) + epsilon);
        }
    }

    @Override
    public List<float[]> memory() {
        return List.of(meanSquares);
    }
}
