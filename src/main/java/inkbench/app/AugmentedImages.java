package inkbench.app;

import java.util.List;

/**
 * Training images as a network may see them.
 *
 * @param pixels
 *            grey values 0…255 of each, row by row
 */
public record AugmentedImages(int width, int height, List<byte[]> pixels) {
    public AugmentedImages {
        pixels = List.copyOf(pixels);
    }
}
