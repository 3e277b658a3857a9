package inkbench.statistics;

/**
 * Figures of one image.
 *
 * @param mean
 *            of its pixels, 0…255
 * @param inkShare
 *            share of the pixels that are not background, 0…1
 * @param centreX
 *            the ink's centre of mass from the left, in pixels: 0 is the middle of the first column; NaN without ink
 * @param centreY
 *            the same from the top
 */
public record ImageFigures(double mean, double inkShare, double centreX, double centreY) {
    /** Of unsigned bytes, row by row. */
    public static ImageFigures of(byte[] pixels, int width) {
        long sum = 0;
        long x = 0;
        long y = 0;
        int inked = 0;
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 0xFF;
            sum += value;
            x += (long) value * (i % width);
            y += (long) value * (i / width);
            inked += value > 0 ? 1 : 0;
        }
        return new ImageFigures(
                (double) sum / pixels.length,
                (double) inked / pixels.length,
                (double) x / sum,
                (double) y / sum);
    }
}
