package inkbench.training.optimizer;

import java.util.List;

/** See {@link Optimizer.Nesterov}. */
final class NesterovRule implements UpdateRule {
    private final float momentum;
    private final double weightDecay;
    private final float[] velocities;

    NesterovRule(Optimizer.Nesterov settings, int count) {
        momentum = (float) settings.momentum();
        weightDecay = settings.weightDecay();
        velocities = new float[count];
    }

    @Override
    public void apply(float[] weights, float[] gradient, float learningRate, long iteration) {
        float shrink = (float) (learningRate * weightDecay);
        for (int i = 0; i < velocities.length; i++) {
            float step = learningRate * gradient[i];
            float velocity = Subnormals.removed(momentum * velocities[i] - step);
            velocities[i] = velocity;
            weights[i] += momentum * velocity - step - shrink * weights[i];
        }
    }

    @Override
    public List<float[]> memory() {
        return List.of(velocities);
    }
}
