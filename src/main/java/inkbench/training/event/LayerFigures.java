package inkbench.training.event;

import java.util.ArrayList;
import java.util.List;

import inkbench.model.Architecture;

/**
 * How one layer learned from one batch.
 *
 * @param layer
 *            its place in the architecture, from 0
 * @param gradientNorm
 *            Euclidean norm of the gradient of its weights and biases
 * @param weightNorm
 *            that of the weights and biases before the update
 * @param updateNorm
 *            that of what the update added to them
 */
public record LayerFigures(int layer, double gradientNorm, double weightNorm, double updateNorm) {
    /** How far the update moved the weights; about 0.001 is healthy for many networks. NaN for a layer of zeros. */
    public double updateRatio() {
        return weightNorm == 0 ? Double.NaN : updateNorm / weightNorm;
    }

    /** Figures of all layers that learn, in order; the arrays have all parameters of the network. */
    public static List<LayerFigures> of(Architecture architecture, float[] before, float[] after, float[] gradient) {
        var figures = new ArrayList<LayerFigures>();
        var shape = architecture.input();
        int from = 0;
        int number = 0;
        for (var layer : architecture.layers()) {
            int parameters = layer.parameterCount(shape);
            int learned = parameters - layer.stateCount(shape);
            if (learned > 0) {
                figures.add(of(number, from, from + learned, before, after, gradient));
            }
            from += parameters;
            shape = layer.outputShape(shape);
            number++;
        }
        return List.copyOf(figures);
    }

    private static LayerFigures of(int layer, int from, int to, float[] before, float[] after, float[] gradient) {
        double gradients = 0;
        double weights = 0;
        double updates = 0;
        for (int i = from; i < to; i++) {
            double update = (double) after[i] - before[i];
            gradients += (double) gradient[i] * gradient[i];
            weights += (double) before[i] * before[i];
            updates += update * update;
        }
        return new LayerFigures(layer, Math.sqrt(gradients), Math.sqrt(weights), Math.sqrt(updates));
    }
}
