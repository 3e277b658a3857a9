package inkbench.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network as data: what goes in and the layers in order. The last layer's values are the logits of the classes; softmax
 * follows it always and is not listed.
 *
 * @param name
 *            a short name such as {@code cnn}
 * @param input
 *            one sample, for a digit {@code 28×28×1}
 */
public record Architecture(String name, Shape input, List<LayerSpec> layers) {
    /**
     * Checks that every layer fits the one before.
     *
     * @throws IllegalArgumentException
     *             if one does not, or if none learns anything
     */
    public Architecture {
        layers = List.copyOf(layers);
        var shape = input;
        boolean learns = false;
        for (var layer : layers) {
            learns |= layer.parameterCount(shape) > layer.stateCount(shape);
            shape = layer.outputShape(shape);
        }
        if (!learns) {
            throw new IllegalArgumentException("A network needs a layer that learns");
        }
        if (!shape.isVector()) {
            throw new IllegalArgumentException("The last layer must give a vector of logits, not " + shape);
        }
    }

    /**
     * The first layer that can't take what the layers before it give; none if all fit.
     *
     * @throws ArithmeticException
     *             if what comes out of a layer has more values than can be counted
     */
    public static Optional<Misfit> firstMisfit(Shape input, List<LayerSpec> layers) {
        var shape = input;
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            try {
                shape = layer.outputShape(shape);
            } catch (IllegalArgumentException tooSmall) {
                return Optional.of(new Misfit(i, layer, shape));
            }
        }
        return Optional.empty();
    }

    /** How many classes the network tells apart. */
    public int classCount() {
        return summary().getLast().outputShape().channels();
    }

    /** How many numbers the network has in all: what is learned, and the state of its layers. */
    public int parameterCount() {
        return summary().stream().mapToInt(LayerSummary::parameters).reduce(0, Math::addExact);
    }

    /** What it costs to read one sample; see {@link LayerSpec#multiplyAdds}. */
    public long multiplyAdds() {
        return summary().stream().mapToLong(LayerSummary::multiplyAdds).reduce(0, Math::addExact);
    }

    /** Whether there are parameters that layers measure themselves. */
    public boolean hasState() {
        return learnedRanges().stream().mapToInt(range -> range.to() - range.from()).sum() < parameterCount();
    }

    /**
     * Where the parameters that are learned lie among all. Between these lies what layers measure themselves and no optimizer
     * may touch.
     */
    public List<Range> learnedRanges() {
        var ranges = new ArrayList<Range>();
        var shape = input;
        int from = 0;
        int to = 0;
        for (var layer : layers) {
            int state = layer.stateCount(shape);
            to += layer.parameterCount(shape) - state;
            shape = layer.outputShape(shape);
            if (state > 0) {
                ranges.add(new Range(from, to));
                to += state;
                from = to;
            }
        }
        if (to > from) {
            ranges.add(new Range(from, to));
        }
        return ranges;
    }

    /** A row for every layer, in order. */
    public List<LayerSummary> summary() {
        var rows = new ArrayList<LayerSummary>();
        var shape = input;
        for (var layer : layers) {
            var output = layer.outputShape(shape);
            rows.add(new LayerSummary(layer, output, layer.parameterCount(shape), layer.multiplyAdds(shape)));
            shape = output;
        }
        return rows;
    }

    /** Parameters {@code from} to {@code to − 1}. */
    public record Range(int from, int to) {}

    /** A layer, counted from 0, that can't take {@code input}. */
    public record Misfit(int index, LayerSpec layer, Shape input) {}

    /** One row of a {@link #summary()}; {@code parameters} counts state as well, {@code multiplyAdds} are for one sample. */
    public record LayerSummary(LayerSpec layer, Shape outputShape, int parameters, long multiplyAdds) {}
}
