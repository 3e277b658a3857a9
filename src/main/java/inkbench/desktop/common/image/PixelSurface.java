package inkbench.desktop.common.image;

import java.nio.IntBuffer;
import java.util.Arrays;

import inkbench.data.Images;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A rectangle of device pixels that is written directly and shown by one {@link ImageView}, one to one. Only for the FX
 * thread.
 */
final class PixelSurface {
    private static final int[] INK = new int[256];
    private static final int[] PAPER = new int[256];

    static {
        Arrays.setAll(INK, value -> 0xFF000000 | value * 0x010101);
        Arrays.setAll(PAPER, value -> INK[255 - value]);
    }

    private final ImageView view = new ImageView();
    private PixelBuffer<IntBuffer> buffer;
    private int[] argb = {};
    private byte[] image = {};
    private int width;
    private int height;

    PixelSurface() {
        view.setSmooth(false);
        view.setMouseTransparent(true);
        view.setManaged(false);
    }

    /** What to put into the scene. */
    ImageView view() {
        return view;
    }

    /** The colours of pixel values 0…255: light ink on black, or inverted. */
    static int[] palette(boolean inverted) {
        return inverted ? PAPER : INK;
    }

    /** Takes a size in device pixels and forgets what was drawn. */
    void resize(int deviceWidth, int deviceHeight, double outputScale) {
        if (deviceWidth != width || deviceHeight != height) {
            width = deviceWidth;
            height = deviceHeight;
            argb = new int[width * height];
            buffer = width == 0 || height == 0
                    ? null
                    : new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
            view.setImage(buffer == null ? null : new WritableImage(buffer));
        } else {
            Arrays.fill(argb, 0);
        }
        view.setFitWidth(width / outputScale);
        view.setFitHeight(height / outputScale);
    }

    /** Draws one image of a data set, every pixel {@code scale × scale}; what lies outside is left out. */
    void drawImage(Images images, int index, int left, int top, int scale, int[] palette) {
        if (image.length != images.imageSize()) {
            image = new byte[images.imageSize()];
        }
        images.copyPixels(index, image, 0);
        for (int y = 0; y < images.height(); y++) {
            int from = Math.clamp(top + (long) y * scale, 0, height);
            int to = Math.clamp(top + (y + 1L) * scale, 0, height);
            if (from == to) {
                continue;
            }
            for (int x = 0; x < images.width(); x++) {
                int colour = palette[image[y * images.width() + x] & 0xFF];
                int begin = Math.clamp(left + (long) x * scale, 0, width);
                int end = Math.clamp(left + (x + 1L) * scale, 0, width);
                Arrays.fill(argb, from * width + begin, from * width + end, colour);
            }
            repeatRow(from, to, Math.clamp(left, 0, width), Math.clamp(left + (long) images.width() * scale, 0, width));
        }
    }

    /** Draws colours row by row, every one {@code scale × scale}; must lie inside. */
    void drawColours(int[] colours, int columns, int left, int top, int scale) {
        int rows = colours.length / columns;
        for (int y = 0; y < rows; y++) {
            int begin = (top + y * scale) * width + left;
            int at = begin;
            for (int x = 0; x < columns; x++) {
                int colour = colours[y * columns + x];
                for (int i = 0; i < scale; i++) {
                    argb[at++] = colour;
                }
            }
            repeatRow(top + y * scale, top + (y + 1) * scale, left, left + columns * scale);
        }
    }

    /** Shows what was drawn. Outside a window there is no copy of the pixels yet that would have to be renewed. */
    void publish() {
        boolean inWindow = view.getScene() != null && view.getScene().getWindow() != null;
        if (buffer != null && inWindow) {
            buffer.updateBuffer(all -> null);
        }
    }

    private void repeatRow(int from, int to, int begin, int end) {
        for (int row = from + 1; row < to; row++) {
            System.arraycopy(argb, from * width + begin, argb, row * width + begin, end - begin);
        }
    }
}
