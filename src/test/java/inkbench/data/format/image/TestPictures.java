package inkbench.data.format.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures for tests, made with Java's own encoders. */
public final class TestPictures {
    private TestPictures() {}

    /** A grey PNG with exactly these values. */
    public static byte[] grey(int width, int height, int... values) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, width, height, values);
        return encode(image, "png");
    }

    /** A picture of one grey value. */
    public static byte[] flat(int width, int height, int value) {
        var values = new int[width * height];
        Arrays.fill(values, value);
        return grey(width, height, values);
    }

    /** A picture with a bar from top to bottom, a sixth of the height away from both. */
    public static byte[] bar(int width, int height, int ground, int ink) {
        var values = new int[width * height];
        Arrays.fill(values, ground);
        for (int y = height / 6; y < height - height / 6; y++) {
            Arrays.fill(values, y * width + width / 3, y * width + 2 * width / 3, ink);
        }
        return grey(width, height, values);
    }

    /** A picture with colours {@code 0xAARRGGBB}. */
    public static byte[] colour(String format, int type, int width, int height, int... argb) {
        var image = new BufferedImage(width, height, type);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return encode(image, format);
    }

    public static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
