package inkbench.desktop.common;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Pictures as PNG files. */
public final class PngPictures {
    private PngPictures() {}

    /** Encodes a picture; takes long enough to be done away from the FX thread. The picture must not change meanwhile. */
    public static byte[] encode(Image picture) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var argb = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
