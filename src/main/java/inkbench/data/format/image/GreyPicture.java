package inkbench.data.format.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * A picture in grey values.
 *
 * @param pixels
 *            {@code height × width} unsigned bytes, row by row
 */
record GreyPicture(ImageSize size, byte[] pixels) {
    private static final int WHITE = 255;

    /**
     * The grey values of a picture: its own where it is grey, the luminance of colours (0.299 R + 0.587 G + 0.114 B, ITU-R
     * BT.601, as PIL computes it), and what is transparent lies on white.
     */
    static GreyPicture of(BufferedImage image) {
        var size = new ImageSize(image.getWidth(), image.getHeight());
        return new GreyPicture(size, isGrey(image) ? samples(image.getRaster()) : luminance(image));
    }

    /** Java would convert grey values to those of another colour space, and so change them. */
    private static boolean isGrey(BufferedImage image) {
        int bands = image.getRaster().getNumBands();
        int type = image.getRaster().getTransferType();
        return bands <= 2 && image.getColorModel().getNumColorComponents() == 1
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
    }

    private static byte[] samples(Raster raster) {
        int width = raster.getWidth();
        int shift = raster.getSampleModel().getSampleSize(0) - Byte.SIZE;
        var pixels = new byte[width * raster.getHeight()];
        var row = new int[width];
        var alphas = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            if (raster.getNumBands() == 2) {
                raster.getSamples(0, y, width, 1, 1, alphas);
            }
            for (int x = 0; x < width; x++) {
                int alpha = raster.getNumBands() == 2 ? alphas[x] >> shift : WHITE;
                pixels[y * width + x] = (byte) onWhite(row[x] >> shift, alpha);
            }
        }
        return pixels;
    }

    private static byte[] luminance(BufferedImage image) {
        int width = image.getWidth();
        var pixels = new byte[width * image.getHeight()];
        var row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int red = row[x] >> 16 & 0xff;
                int green = row[x] >> 8 & 0xff;
                int blue = row[x] & 0xff;
                int grey = (299 * red + 587 * green + 114 * blue + 500) / 1000;
                pixels[y * width + x] = (byte) onWhite(grey, row[x] >>> 24);
            }
        }
        return pixels;
    }

    private static int onWhite(int grey, int alpha) {
        return (grey * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
    }

    /**
     * The picture in another size: scaled with its proportions until it touches two sides, every pixel the mean of the area
     * that it covers, and put into the middle of a ground that is as bright as its border.
     */
    GreyPicture fitted(ImageSize target) {
        if (target.equals(size)) {
            return this;
        }
        double scale = Math.min((double) target.width() / size.width(), (double) target.height() / size.height());
        int width = Math.clamp(Math.round(size.width() * scale), 1, target.width());
        int height = Math.clamp(Math.round(size.height() * scale), 1, target.height());
        int left = (target.width() - width) / 2;
        int top = (target.height() - height) / 2;
        var fitted = new byte[target.width() * target.height()];
        Arrays.fill(fitted, (byte) border());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                fitted[(top + y) * target.width() + left + x] = (byte) mean(x, y, width, height);
            }
        }
        return new GreyPicture(target, fitted);
    }

    /** The mean of the area that pixel {@code (x, y)} of a picture of {@code width × height} covers in this one. */
    private long mean(int x, int y, int width, int height) {
        double left = (double) x * size.width() / width;
        double right = (double) (x + 1) * size.width() / width;
        double top = (double) y * size.height() / height;
        double bottom = (double) (y + 1) * size.height() / height;
        double sum = 0;
        for (int row = (int) top; row < Math.min(size.height(), Math.ceil(bottom)); row++) {
            double tall = Math.min(bottom, row + 1) - Math.max(top, row);
            for (int column = (int) left; column < Math.min(size.width(), Math.ceil(right)); column++) {
                double wide = Math.min(right, column + 1) - Math.max(left, column);
                sum += tall * wide * value(column, row);
            }
        }
        return Math.round(sum / ((right - left) * (bottom - top)));
    }

    /** The mean of the outermost pixels. */
    private long border() {
        long sum = 0;
        long count = 0;
        for (int y = 0; y < size.height(); y++) {
            boolean whole = y == 0 || y == size.height() - 1;
            for (int x = 0; x < size.width(); x += whole ? 1 : Math.max(1, size.width() - 1)) {
                sum += value(x, y);
                count++;
            }
        }
        return Math.round((double) sum / count);
    }

    private int value(int x, int y) {
        return Byte.toUnsignedInt(pixels[y * size.width() + x]);
    }
}
