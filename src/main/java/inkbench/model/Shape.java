package inkbench.model;

import java.util.List;

/**
 * What one sample looks like between two layers: {@code height × width × channels}, channels fastest. A vector of n values
 * is {@code 1 × 1 × n}.
 */
public record Shape(int height, int width, int channels) {
    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException("No such shape: " + height + "×" + width + "×" + channels);
        }
        Math.multiplyExact(Math.multiplyExact(height, width), channels);
    }

    /** A vector of {@code length} values. */
    public static Shape vector(int length) {
        return new Shape(1, 1, length);
    }

    /** How many values there are. */
    public int size() {
        return height * width * channels;
    }

    /** Whether this is a plain vector. */
    public boolean isVector() {
        return height == 1 && width == 1;
    }

    /** Height, width and channels; the length alone for a vector. */
    public List<Integer> dimensions() {
        return isVector() ? List.of(channels) : List.of(height, width, channels);
    }

    /** As users read it: {@code 26×26×32}, or {@code 128}. */
    @Override
    public String toString() {
        return isVector() ? Integer.toString(channels) : height + "×" + width + "×" + channels;
    }
}
