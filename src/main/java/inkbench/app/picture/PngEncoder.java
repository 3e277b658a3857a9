package inkbench.app.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** Pictures as PNG. */
public final class PngEncoder {
    private PngEncoder() {}

    /**
     * Encodes a picture; takes milliseconds for a large one.
     *
     * @param argb
     *            {@code height × width} colours {@code 0xAARRGGBB}, row by row, not premultiplied
     */
    public static byte[] encode(int width, int height, int[] argb) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }
}
