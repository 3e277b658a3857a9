package inkbench.data.format.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

import inkbench.data.Polarity;
import inkbench.ink.PictureFit;

/**
 * A picture in grey values.
 *
 * @param pixels
 *            {@code height × width} unsigned bytes, row by row
 */
public record GreyPicture(ImageSize size, byte[] pixels) {
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

    /**
     * The luminance of colours in which something is transparent or not.
     *
     * @param colours
     *            {@code height × width}, row by row: alpha, red, green and blue, eight bits each, from the highest on
     */
    public static GreyPicture of(int[] colours, int width, int height) {
        var pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = luminance(colours[i]);
        }
        return new GreyPicture(new ImageSize(width, height), pixels);
    }

    private static byte[] luminance(BufferedImage image) {
        int width = image.getWidth();
        var pixels = new byte[width * image.getHeight()];
        var row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = luminance(row[x]);
            }
        }
        return pixels;
    }

    private static byte luminance(int colour) {
        int red = colour >> 16 & 0xff;
        int green = colour >> 8 & 0xff;
        int blue = colour & 0xff;
        int grey = (299 * red + 587 * green + 114 * blue + 500) / 1000;
        return (byte) onWhite(grey, colour >>> 24);
    }

    private static int onWhite(int grey, int alpha) {
        return (grey * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
    }

    /** Whether it shows dark ink on a light ground. */
    boolean isDarkOnLight() {
        return Polarity.isDarkOnLight(pixels, size.width(), size.height());
    }

    /**
     * The picture in another size, fitted as {@link PictureFit} does it; one that has the size already stays as it is.
     *
     * @param darkOnLight
     *            whether the ink is dark, as it then stays
     */
    GreyPicture fitted(ImageSize target, boolean darkOnLight) {
        if (target.equals(size)) {
            return this;
        }
        var source = pixels;
        if (darkOnLight) {
            source = pixels.clone();
            Polarity.invert(source);
        }
        var fitted = new PictureFit(target.width(), target.height()).fit(source, size.width(), size.height());
        if (darkOnLight) {
            Polarity.invert(fitted);
        }
        return new GreyPicture(target, fitted);
    }
}
