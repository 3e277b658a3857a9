package inkbench.training.optimizer;

import java.util.List;

/** See {@link Optimizer.Sgd}. */
final class SgdRule implements UpdateRule {
    private final int count;

    SgdRule(int count) {
        this.count = count;
    }

    @Override
    public void apply(float[] weights, float[] gradient, float learningRate, long iteration) {
        for (int i = 0; i < count; i++) {
            weights[i] -= learningRate * gradient[i];
        }
    }

    @Override
    public List<float[]> memory() {
        return List.of();
    }
}
