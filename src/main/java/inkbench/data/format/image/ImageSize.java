package inkbench.data.format.image;

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

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
