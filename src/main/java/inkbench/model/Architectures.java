package inkbench.model;

import java.util.List;

import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;

/** The two networks of the R/Keras walkthrough of MNIST. */
public final class Architectures {
    private static final Shape DIGIT = new Shape(28, 28, 1);

    private Architectures() {}

    /** Three dense layers of 512, 256 and 64 units with dropout: 550,346 parameters. */
    public static Architecture mlp() {
        return new Architecture(
                "mlp",
                DIGIT,
                List.of(
                        new Flatten(),
                        new Dense(512, Activation.RELU),
                        new Dropout(0.4),
                        new Dense(256, Activation.RELU),
                        new Dropout(0.3),
                        new Dense(64, Activation.RELU),
                        new Dropout(0.2),
                        new Dense(10, Activation.IDENTITY)));
    }

    /** Two convolutions of 32 and 64 filters, max-pooling and a dense layer of 128: 1,199,882 parameters. */
    public static Architecture cnn() {
        return new Architecture(
                "cnn",
                DIGIT,
                List.of(
                        new Convolution(32, 3, Activation.RELU),
                        new Convolution(64, 3, Activation.RELU),
                        new MaxPooling(2),
                        new Dropout(0.25),
                        new Flatten(),
                        new Dense(128, Activation.RELU),
                        new Dropout(0.5),
                        new Dense(10, Activation.IDENTITY)));
    }
}
