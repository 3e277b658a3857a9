package inkbench.desktop.train.architecture;

import inkbench.model.Activation;
import inkbench.model.LayerSpec;
import inkbench.model.Padding;

/** The kinds of layers that can be added, each with what one usually begins with. */
enum LayerKind {
    CONVOLUTION(new LayerSpec.Convolution(32, 3, 1, Padding.VALID, Activation.RELU)), MAX_POOLING(
            new LayerSpec.MaxPooling(2)), AVERAGE_POOLING(new LayerSpec.AveragePooling(2)), GLOBAL_AVERAGE_POOLING(
                    new LayerSpec.GlobalAveragePooling()), BATCH_NORMALIZATION(
                            new LayerSpec.BatchNormalization()), ACTIVATION(
                                    new LayerSpec.Activate(Activation.RELU)), DROPOUT(
                                            new LayerSpec.Dropout(0.25)), FLATTEN(new LayerSpec.Flatten()), DENSE(
                                                    new LayerSpec.Dense(64, Activation.RELU));

    private final LayerSpec usual;

    LayerKind(LayerSpec usual) {
        this.usual = usual;
    }

    LayerSpec usual() {
        return usual;
    }
}
