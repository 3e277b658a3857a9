package inkbench.desktop.train.architecture;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.text.Messages;

/** Says why a layer can't take what the layers before it give. */
final class MisfitText {
    private static final Messages MESSAGES = Messages.of(MisfitText.class);

    private MisfitText() {}

    static String of(Architecture.Misfit misfit) {
        return switch (misfit.layer()) {
            case LayerSpec.Convolution layer when layer.kernel() > Math.min(
                    misfit.input().height(), misfit.input().width()) ->
                MESSAGES.get("misfit.convolution", layer.kernel(), misfit.input());
            case LayerSpec.MaxPooling pooling -> MESSAGES.get("misfit.pooling", pooling.size(), misfit.input());
            case LayerSpec.AveragePooling pooling -> MESSAGES.get("misfit.pooling", pooling.size(), misfit.input());
            default -> MESSAGES.get("misfit.large");
        };
    }
}
