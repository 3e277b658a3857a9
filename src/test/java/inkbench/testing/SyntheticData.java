package inkbench.testing;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;

/** Data sets that cost nothing to make: every label is a bar of ink at a place of its own, with some noise. */
public final class SyntheticData {
    private static final int EDGE = 28;

    private SyntheticData() {}

    /** A set with a training and a test part, labels going round from 0 to 9. */
    public static PartedDataset parted(String name, int train, int test) {
        Map<Part, Dataset> parts = new EnumMap<>(Part.class);
        parts.put(Part.TRAIN, labelled(name, train, 1));
        parts.put(Part.TEST, labelled(name, test, 2));
        return new PartedDataset(name, parts);
    }

    /** Labelled images; the same seed gives the same. */
    public static Dataset labelled(String name, int count, long seed) {
        var labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return Dataset.of(name, EDGE, EDGE, Dataset.DIGITS, pixels(count, seed), labels, "synthetic");
    }

    /** The same images without labels. */
    public static Dataset unlabelled(String name, int count, long seed) {
        return Dataset.of(name, EDGE, EDGE, Dataset.DIGITS, pixels(count, seed), new byte[0], "synthetic");
    }

    private static byte[] pixels(int count, long seed) {
        var random = new SplittableRandom(seed);
        var pixels = new byte[count * EDGE * EDGE];
        for (int i = 0; i < count; i++) {
            int left = 4 + i % 10 * 2 + random.nextInt(2);
            for (int y = 4; y < 24; y++) {
                for (int x = left; x < left + 3; x++) {
                    pixels[(i * EDGE + y) * EDGE + x] = (byte) (128 + random.nextInt(128));
                }
            }
        }
        return pixels;
    }
}
