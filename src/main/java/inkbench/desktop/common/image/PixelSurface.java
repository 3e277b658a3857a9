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
    private static final int[] FADED_INK = new int[256];
    private static final int[] FADED_PAPER = new int[256];
    /** Yellow stands out from ink and paper alike, and from both for all who don't see colours the usual way. */
    private static final int MARK = 0xFFFFC107;
    private static final int MARK_EDGE = 0xFF000000;

    static {
        Arrays.setAll(INK, value -> 0xFF000000 | value * 0x010101);
        Arrays.setAll(PAPER, value -> INK[255 - value]);
        Arrays.setAll(FADED_INK, value -> INK[48 + value / 3]);
        Arrays.setAll(FADED_PAPER, value -> INK[207 - value / 3]);
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

    /** The same colours in grey, for images that don't count. */
    static int[] fadedPalette(boolean inverted) {
        return inverted ? FADED_PAPER : FADED_INK;
    }

    /** Marks the top right corner of something so wide with a triangle; what lies outside is left out. */
    void drawCorner(int left, int top, int wide, int size) {
        for (int y = 0; y < size; y++) {
            int begin = left + wide - size + y;
            fillRow(top + y, begin - 1, begin + 1, MARK_EDGE);
            fillRow(top + y, begin + 1, left + wide, MARK);
        }
    }

    /** Draws a line from the bottom left to the top right of a rectangle; what lies outside is left out. */
    void drawDiagonal(int left, int top, int wide, int high, int thickness) {
        for (int y = 0; y < high; y++) {
            int middle = left + (int) ((high - y - 0.5) * wide / high);
            int begin = Math.max(left, middle - thickness);
            int end = Math.min(left + wide, middle + thickness);
            fillRow(top + y, begin, end, MARK_EDGE);
            fillRow(top + y, begin + thickness / 2, end - thickness / 2, MARK);
        }
    }

    private void fillRow(int row, int from, int to, int colour) {
        if (row < 0 || row >= height) {
            return;
        }
        int begin = Math.clamp(from, 0, width);
        int end = Math.clamp(to, begin, width);
        Arrays.fill(argb, row * width + begin, row * width + end, colour);
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
