package inkbench.data.format.image;

import inkbench.data.Images;

/**
 * The size of pictures in pixels.
 *
 * @param width
 *            at least 1
 * @param height
 *            at least 1
 */
public record ImageSize(int width, int height) {
    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("No picture is " + width + "×" + height);
        }
    }

    /** The size that images have. */
    public static ImageSize of(Images images) {
        return new ImageSize(images.width(), images.height());
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
