package inkbench.desktop.train.architecture;

import inkbench.model.Activation;
import inkbench.model.LayerSpec;
import inkbench.text.Messages;

/** What layers are called in a list, with their numbers. */
public final class LayerNames {
    private final Messages messages = Messages.of(LayerNames.class);

    /** Such as {@code Convolution 32, 3×3, ReLU}. */
    public String of(LayerSpec layer) {
        var key = "layer." + layer.kind();
        return switch (layer) {
            case LayerSpec.Dense dense -> messages.get(key, dense.units(), activation(dense.activation()));
            case LayerSpec.Convolution convolution -> messages.get(
                    key,
                    convolution.filters(),
                    convolution.kernel(),
                    convolution.stride(),
                    messages.get("padding." + convolution.padding().key()),
                    activation(convolution.activation()));
            case LayerSpec.Activate activate -> messages.get(key + "." + activate.activation().key());
            case LayerSpec.MaxPooling pooling -> messages.get(key, pooling.size());
            case LayerSpec.AveragePooling pooling -> messages.get(key, pooling.size());
            case LayerSpec.Dropout dropout -> messages.get(key, dropout.rate());
            case LayerSpec.BatchNormalization _,LayerSpec.GlobalAveragePooling _,LayerSpec.Flatten _ ->
                messages.get(key);
        };
    }

    private String activation(Activation activation) {
        return activation == Activation.IDENTITY ? "" : ", " + messages.get("layer.activation." + activation.key());
    }
}
