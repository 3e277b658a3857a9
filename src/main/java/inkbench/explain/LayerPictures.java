package inkbench.explain;

import java.util.Locale;
import java.util.Optional;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.Shape;
import inkbench.model.Weights;

/**
 * Pictures of a layer: of what its units look for, or of what they make of an image.
 *
 * @param count
 *            how many are shown
 * @param total
 *            how many there are
 * @param height
 *            of each in pixels
 * @param width
 *            of each in pixels
 * @param values
 *            picture by picture, each row by row; not to be written to
 */
public record LayerPictures(int count, int total, int height, int width, float[] values) {
    /** The weights of the first layer for the pixels, of at most so many units; nothing if it has none. */
    public static Optional<LayerPictures> filters(Architecture architecture, Weights weights, int most) {
        var input = architecture.input();
        var first = architecture.layers().stream().dropWhile(layer -> keepsPixels(layer, input)).findFirst();
        // Weights are [height, width, channels, units]; of the channels the first is shown.
        return switch (first.orElse(null)) {
            case null -> Optional.empty();
            case LayerSpec.Convolution layer -> Optional.of(
                    cut(
                            weights.values(),
                            new Shape(layer.kernel(), layer.kernel(), layer.filters()),
                            input.channels(),
                            most));
            case LayerSpec.Dense layer -> Optional.of(
                    cut(
                            weights.values(),
                            new Shape(input.height(), input.width(), layer.units()),
                            input.channels(),
                            most));
            default -> Optional.empty();
        };
    }

    /** Whether what comes out is still the pixels, one by one, with no weights in between. */
    private static boolean keepsPixels(LayerSpec layer, Shape input) {
        return layer.parameterCount(input) == 0 && layer.outputShape(input).size() == input.size();
    }

    /**
     * The values of a layer, a picture for every channel.
     *
     * @param values
     *            {@code [height, width, channel]}
     * @param most
     *            so many channels are shown
     */
    static LayerPictures of(float[] values, Shape shape, int most) {
        return cut(values, shape, 1, most);
    }

    /** Takes numbers apart that lie as {@code [height, width, depth, channel]}, at depth 0. */
    private static LayerPictures cut(float[] from, Shape shape, int depth, int most) {
        int count = Math.min(shape.channels(), most);
        int pixels = shape.height() * shape.width();
        var values = new float[count * pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int picture = 0; picture < count; picture++) {
                values[picture * pixels + pixel] = from[pixel * depth * shape.channels() + picture];
            }
        }
        return new LayerPictures(count, shape.channels(), shape.height(), shape.width(), values);
    }

    /** One value of a picture. */
    public float value(int picture, int y, int x) {
        return values[(picture * height + y) * width + x];
    }

    /** The least value that is shown. */
    public float least() {
        float least = values[0];
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** The greatest value that is shown. */
    public float greatest() {
        float greatest = values[0];
        for (float value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    /** The greatest absolute value that is shown, above 0. */
    public float largest() {
        return Math.max(Float.MIN_NORMAL, Math.max(-least(), greatest()));
    }

    /**
     * A row for every value.
     *
     * @param names
     *            the first line
     */
    public String csv(String names) {
        var csv = new StringBuilder(names).append('\n');
        for (int picture = 0; picture < count; picture++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    csv.append(String.format(Locale.ROOT, "%d,%d,%d,%.6g\n", picture, y, x, value(picture, y, x)));
                }
            }
        }
        return csv.toString();
    }
}
