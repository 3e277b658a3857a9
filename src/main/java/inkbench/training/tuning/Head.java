package inkbench.training.tuning;

import java.util.Arrays;

import inkbench.model.Activation;
import inkbench.model.LayerSpec;
import inkbench.model.Model;
import inkbench.model.Weights;

/**
 * The last layer of a network, which gives each class a logit.
 *
 * @param inputs
 *            values of the last hidden layer
 * @param classes
 *            how many there are
 * @param parameters
 *            {@code [inputs, classes]} weights, then {@code classes} biases; not to be written to
 */
public record Head(int inputs, int classes, double[] parameters) {
    public Head {
        if (parameters.length != (inputs + 1) * classes) {
            throw new IllegalArgumentException(
                    parameters.length + " parameters for " + inputs + " inputs and " + classes + " classes");
        }
    }

    /**
     * The head of a model.
     *
     * @throws IllegalArgumentException
     *             if the model doesn't end with a dense layer without activation
     */
    public static Head of(Model model) {
        var summary = model.architecture().summary();
        if (!(summary.getLast().layer() instanceof LayerSpec.Dense(int classes, Activation activation))
                || activation != Activation.IDENTITY) {
            throw new IllegalArgumentException("The last layer of " + model.name() + " gives no plain logits");
        }
        int count = summary.getLast().parameters();
        var values = model.weights().values();
        var parameters = new double[count];
        for (int i = 0; i < count; i++) {
            parameters[i] = values[values.length - count + i];
        }
        return new Head(count / classes - 1, classes, parameters);
    }

    /** The model with this head in place of its own. */
    public Model of(Model model, String name) {
        var values = model.weights().values().clone();
        for (int i = 0; i < parameters.length; i++) {
            values[values.length - parameters.length + i] = (float) parameters[i];
        }
        return new Model(
                name,
                model.architecture(),
                new Weights(model.weights().iteration(), values),
                model.origin());
    }

    /** The most probable class. */
    public int answer(float[] values) {
        var logits = logits(values);
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (logits[c] > logits[best]) {
                best = c;
            }
        }
        return best;
    }

    /** Share of samples that are read right, 0…1; NaN without samples. */
    public double accuracy(TuningSamples samples) {
        int right = 0;
        for (int i = 0; i < samples.size(); i++) {
            right += answer(samples.values()[i]) == samples.labels()[i] ? 1 : 0;
        }
        return (double) right / samples.size();
    }

    double[] logits(float[] values) {
        var logits = Arrays.copyOfRange(parameters, inputs * classes, parameters.length);
        for (int i = 0; i < inputs; i++) {
            if (values[i] != 0) {
                for (int c = 0; c < classes; c++) {
                    logits[c] += values[i] * parameters[i * classes + c];
                }
            }
        }
        return logits;
    }
}
