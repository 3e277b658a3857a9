package inkbench.ink;

import java.util.Arrays;

/**
 * Brings a picture of a digit to the size that networks read, by the rule by which MNIST was made and the canvas works
 * ({@link Rasterizer}): the longer side of the ink becomes 20 of 28 pixels, every pixel the mean of the area that it covers,
 * and the centre of mass comes to the middle.
 *
 * <p>What is ink has to be found out. The quarter of the pixels that are darkest tell how bright the ground is; what is
 * brighter than that by less than an eighth of the whole range is taken for ground, such as the noise of a scanner. The ground
 * becomes 0 and the brightest pixel 255, as they are on the canvas.
 */
public final class PictureFit {
    private static final double BOX_SHARE = (double) Rasterizer.BOX / Rasterizer.SIZE;
    private static final int VALUES = 256;
    private static final int WHITE = VALUES - 1;
    private static final double GROUND_SHARE = 0.25;
    private static final double INK_SHARE = 0.125;
    /** Less than this between ground and brightest is an empty picture and not ink. */
    private static final int LEAST_RANGE = 8;

    private final int width;
    private final int height;

    /**
     * A fit to one size.
     *
     * @param width
     *            of the pictures that are made, in pixels
     * @param height
     *            of the pictures that are made, in pixels
     */
    public PictureFit(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * Fits a picture.
     *
     * @param pixels
     *            light ink on a dark ground: {@code fromHeight × fromWidth} unsigned bytes, row by row
     * @return {@code height × width} unsigned bytes, row by row, 0 for the ground; all 0 for a picture without ink. Ink that
     *         lies too far from the centre of mass is cut off
     */
    public byte[] fit(byte[] pixels, int fromWidth, int fromHeight) {
        var ink = ink(pixels);
        int left = fromWidth;
        int right = -1;
        int top = fromHeight;
        int bottom = -1;
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int y = 0; y < fromHeight; y++) {
            for (int x = 0; x < fromWidth; x++) {
                double value = ink[y * fromWidth + x];
                if (value > 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                    mass += value;
                    massX += value * (x + 0.5);
                    massY += value * (y + 0.5);
                }
            }
        }
        if (mass == 0) {
            return new byte[width * height];
        }
        double longerSide = Math.max(right - left, bottom - top) + 1;
        double step = longerSide / (BOX_SHARE * Math.min(width, height));
        // An index names the pixel whose centre lies half a pixel further.
        var columns = shares(fromWidth, width, massX / mass - (width / 2 + 0.5) * step, step);
        var rows = shares(fromHeight, height, massY / mass - (height / 2 + 0.5) * step, step);
        return sample(ink, fromWidth, columns, rows);
    }

    /** How much ink every pixel has, 0…255. */
    private static double[] ink(byte[] pixels) {
        var counts = new int[VALUES];
        for (byte pixel : pixels) {
            counts[Byte.toUnsignedInt(pixel)]++;
        }
        int ground = 0;
        for (int below = counts[0]; below < GROUND_SHARE * pixels.length; below += counts[ground]) {
            ground++;
        }
        int brightest = WHITE;
        while (counts[brightest] == 0) {
            brightest--;
        }
        var ink = new double[pixels.length];
        int range = brightest - ground;
        if (range < LEAST_RANGE) {
            return ink;
        }
        for (int i = 0; i < ink.length; i++) {
            int above = Byte.toUnsignedInt(pixels[i]) - ground;
            ink[i] = above < INK_SHARE * range ? 0 : (double) WHITE * above / range;
        }
        return ink;
    }

    /**
     * The pixels that one of the new ones covers in a direction, and what share of the new one each of them makes up.
     *
     * @param first
     *            the first of them
     */
    private record Shares(int first, double[] of) {}

    /** The shares of every new pixel of a row or a column, the first of which begins at {@code start}. */
    private static Shares[] shares(int from, int to, double start, double step) {
        var shares = new Shares[to];
        for (int i = 0; i < to; i++) {
            double begin = Math.max(0, start + i * step);
            double end = Math.min(from, start + (i + 1) * step);
            int first = (int) begin;
            var of = new double[Math.max(0, (int) Math.ceil(end) - first)];
            for (int k = 0; k < of.length; k++) {
                of[k] = (Math.min(end, first + k + 1) - Math.max(begin, first + k)) / step;
            }
            shares[i] = new Shares(first, of);
        }
        return shares;
    }

    private byte[] sample(double[] ink, int fromWidth, Shares[] columns, Shares[] rows) {
        var fitted = new byte[width * height];
        var row = new double[fromWidth];
        for (int y = 0; y < height; y++) {
            Arrays.fill(row, 0);
            for (int k = 0; k < rows[y].of().length; k++) {
                double share = rows[y].of()[k];
                int start = (rows[y].first() + k) * fromWidth;
                for (int x = 0; x < fromWidth; x++) {
                    row[x] += share * ink[start + x];
                }
            }
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = 0; k < columns[x].of().length; k++) {
                    sum += columns[x].of()[k] * row[columns[x].first() + k];
                }
                fitted[y * width + x] = (byte) Math.min(WHITE, Math.round(sum));
            }
        }
        return fitted;
    }
}
