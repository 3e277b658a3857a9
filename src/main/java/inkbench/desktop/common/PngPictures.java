package inkbench.desktop.common;

import inkbench.app.picture.PngEncoder;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Pictures of the scene as PNG. */
public final class PngPictures {
    private PngPictures() {}

    /** Encodes a picture; takes long enough to be done away from the FX thread. The picture must not change meanwhile. */
    public static byte[] encode(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var argb = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return PngEncoder.encode(width, height, argb);
    }
}
