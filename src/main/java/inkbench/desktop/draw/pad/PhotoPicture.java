package inkbench.desktop.draw.pad;

import inkbench.data.format.image.GreyPicture;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A photo as the pad shows it: as large as fits, of a large one every second, third, … pixel. */
final class PhotoPicture {
    /** More than this of a photo can't be told apart on the pad, and takes the FX thread too long. */
    private static final int MOST_SIDE = 640;

    private final WritableImage image;

    PhotoPicture(GreyPicture photo) {
        int photoWidth = photo.size().width();
        int photoHeight = photo.size().height();
        int step = Math.max(1, Math.ceilDiv(Math.max(photoWidth, photoHeight), MOST_SIDE));
        int width = Math.ceilDiv(photoWidth, step);
        int height = Math.ceilDiv(photoHeight, step);
        var colours = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = Byte.toUnsignedInt(photo.pixels()[y * step * photoWidth + x * step]);
                colours[y * width + x] = 0xFF000000 | grey * 0x010101;
            }
        }
        image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
    }

    void paint(GraphicsContext graphics, double width, double height) {
        double scale = Math.min(width / image.getWidth(), height / image.getHeight());
        double shownWidth = image.getWidth() * scale;
        double shownHeight = image.getHeight() * scale;
        graphics.drawImage(
                image,
                (width - shownWidth) / 2,
                (height - shownHeight) / 2,
                shownWidth,
                shownHeight);
    }
}
