package inkbench.testing;

import java.util.SplittableRandom;

import inkbench.data.Dataset;

/** Small pictures that a network learns in a few epochs: each class has a bright square of its own, in noise. */
public final class SyntheticDigits {
    private SyntheticDigits() {}

    /** {@code count} pictures of {@code side × side} pixels; the classes 0 to 9 take turns. */
    public static Dataset of(int count, int side, long seed) {
        var random = new SplittableRandom(seed);
        var pixels = new byte[count * side * side];
        var labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
            fill(pixels, i * side * side, side, labels[i], random);
        }
        return Dataset.of("synthetic", side, side, Dataset.DIGITS, pixels, labels, "seed " + seed);
    }

    private static void fill(byte[] pixels, int offset, int side, int label, SplittableRandom random) {
        int left = 1 + label % 5 * (side - 4) / 4;
        int top = 1 + label / 5 * (side / 2);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean bright = x >= left && x < left + 3 && y >= top && y < top + 3;
                pixels[offset + y * side + x] = (byte) (bright ? 160 + random.nextInt(96) : random.nextInt(60));
            }
        }
    }
}
