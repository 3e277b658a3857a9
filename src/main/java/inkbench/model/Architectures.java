package inkbench.model;

import java.util.ArrayList;
import java.util.List;

import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;

/** The two networks of the R/Keras walkthrough of MNIST, and one that reads better. */
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

    /**
     * Six convolutions, the third and the sixth of which halve the picture, each normalised over the batch, and a dense layer
     * of 128. After the networks that many use for MNIST since Chris Deotte's "25 Million Images! [0.99757] MNIST" (Kaggle
     * 2018), with half as many filters in the first layer, where a filter costs most, and more in the last.
     */
    public static Architecture best() {
        var layers = new ArrayList<LayerSpec>();
        addNormalized(layers, new Convolution(16, 3, Activation.IDENTITY));
        addNormalized(layers, new Convolution(32, 3, Activation.IDENTITY));
        addNormalized(layers, new Convolution(32, 5, 2, Padding.SAME, Activation.IDENTITY));
        layers.add(new Dropout(0.1));
        addNormalized(layers, new Convolution(64, 3, Activation.IDENTITY));
        addNormalized(layers, new Convolution(64, 3, Activation.IDENTITY));
        addNormalized(layers, new Convolution(96, 5, 2, Padding.SAME, Activation.IDENTITY));
        layers.add(new Dropout(0.2));
        layers.add(new Flatten());
        addNormalized(layers, new Dense(128, Activation.IDENTITY));
        layers.add(new Dropout(0.2));
        layers.add(new Dense(10, Activation.IDENTITY));
        return new Architecture("best", DIGIT, layers);
    }

    private static void addNormalized(List<LayerSpec> layers, LayerSpec layer) {
        layers.addAll(List.of(layer, new BatchNormalization(), new Activate(Activation.RELU)));
    }
}
