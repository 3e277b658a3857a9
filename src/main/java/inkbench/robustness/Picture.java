package inkbench.robustness;

/**
 * One picture to read from; beyond its edges there is no ink.
 *
 * @param greys
 *            {@code height × width} unsigned bytes, row by row
 */
record Picture(byte[] greys, int width, int height) {
    int size() {
        return greys.length;
    }

    /** Ink at a pixel, 0…255. */
    int ink(int place) {
        return greys[place] & 0xFF;
    }

    /** Ink at a pixel, 0…255; 0 beyond the edges. */
    int ink(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height ? ink(y * width + x) : 0;
    }

    /** The nearest grey value to an amount of ink. */
    static byte grey(double ink) {
        return (byte) Math.clamp(Math.round(ink), 0, 255);
    }
}
