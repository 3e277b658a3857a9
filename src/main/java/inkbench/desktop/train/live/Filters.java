package inkbench.desktop.train.live;

import java.util.Optional;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.Shape;
import inkbench.model.Weights;

/**
 * What the units of a network's first layer look for, as pictures of weights.
 *
 * @param values
 *            picture by picture, each row by row
 * @param largest
 *            the greatest absolute weight, above 0
 */
record Filters(int count, int height, int width, float[] values, float largest) {
    /** The pictures of the first layer, of at most so many units; nothing if it has no weights for pixels. */
    static Optional<Filters> of(Architecture architecture, Weights weights, int most) {
        var input = architecture.input();
        var first = architecture.layers().stream().dropWhile(layer -> keepsPixels(layer, input)).findFirst();
        return switch (first.orElse(null)) {
            case null -> Optional.empty();
            case LayerSpec.Convolution layer -> Optional.of(
                    cut(weights.values(), layer.filters(), layer.kernel(), layer.kernel(), input.channels(), most));
            case LayerSpec.Dense layer -> Optional.of(
                    cut(weights.values(), layer.units(), input.height(), input.width(), input.channels(), most));
            default -> Optional.empty();
        };
    }

    /** Whether what comes out is still the pixels, one by one, with no weights in between. */
    private static boolean keepsPixels(LayerSpec layer, Shape input) {
        return layer.parameterCount(input) == 0 && layer.outputShape(input).size() == input.size();
    }

    /** Weights are {@code [height, width, channels, units]}; of the channels the first is shown. */
    private static Filters cut(float[] weights, int units, int height, int width, int channels, int most) {
        int count = Math.min(units, most);
        int pixels = height * width;
        var values = new float[count * pixels];
        float largest = Float.MIN_NORMAL;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int unit = 0; unit < count; unit++) {
                float value = weights[pixel * channels * units + unit];
                values[unit * pixels + pixel] = value;
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return new Filters(count, height, width, values, largest);
    }

    /** A weight of a picture. */
    float value(int filter, int y, int x) {
        return values[(filter * height + y) * width + x];
    }
}
