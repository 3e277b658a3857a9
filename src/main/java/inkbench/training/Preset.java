package inkbench.training;

import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.training.optimizer.Optimizer;

/**
 * A network with the optimizer it is usually trained with.
 *
 * @param name
 *            as in {@code --model}
 */
public record Preset(String name, Architecture architecture, Optimizer optimizer) {
    /** The walkthrough's dense network with RMSProp. */
    public static Preset mlp() {
        return new Preset("mlp", Architectures.mlp(), new Optimizer.RmsProp(1e-3, 0.9, 1e-7));
    }

    /** The walkthrough's convolutional network with AdaDelta at step 1, as the walkthrough's Keras had it. */
    public static Preset cnn() {
        return new Preset("cnn", Architectures.cnn(), new Optimizer.AdaDelta(1.0, 0.95, 1e-7));
    }
}
