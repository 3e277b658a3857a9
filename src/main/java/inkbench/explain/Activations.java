package inkbench.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;

/** What the layers of a network make of an image. */
public final class Activations {
    private Activations() {}

    /** Layers, by their places in the architecture, that make something else of an image than the ones before. */
    public static List<Integer> layers(Architecture architecture) {
        return IntStream.range(0, architecture.layers().size())
                .filter(i -> !(architecture.layers().get(i) instanceof Dropout))
                .filter(i -> !(architecture.layers().get(i) instanceof Flatten))
                .boxed()
                .toList();
    }

    /**
     * The values that a layer has for an image, by a forward pass of the network up to there.
     *
     * @param pixels
     *            {@code height × width} unsigned bytes
     * @param layer
     *            its place in the architecture
     * @param most
     *            so many channels, or values of a vector, are taken
     */
    public static LayerPictures of(
            Architecture architecture,
            Weights weights,
            byte[] pixels,
            int layer,
            int most) {
        var shape = architecture.summary().get(layer).outputShape();
        var begun = upTo(architecture, layer);
        var first = Arrays.copyOf(weights.values(), begun.parameterCount());
        // What lies behind the layer's own parameters belongs to the unit that was added; its answer is not asked for.
        int own = architecture.summary().subList(0, layer + 1).stream().mapToInt(row -> row.parameters()).sum();
        Arrays.fill(first, own, first.length, 0);
        try (var predictor = new Predictor(begun)) {
            var values = predictor.featuresNow(new Weights(weights.iteration(), first), pixels);
            return LayerPictures.of(values, shape, most);
        }
    }

    /** The network whose last hidden layer is the one that is asked for. */
    private static Architecture upTo(Architecture architecture, int layer) {
        var layers = new ArrayList<>(architecture.layers().subList(0, layer + 1));
        layers.add(new Flatten());
        layers.add(new Dense(1, Activation.IDENTITY));
        return new Architecture(architecture.name(), architecture.input(), layers);
    }
}
