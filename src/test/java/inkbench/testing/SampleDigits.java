package inkbench.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Rasterizer;
import inkbench.ink.Stroke;

/** Small data sets of digits as a clock shows them, made in no time. */
public final class SampleDigits {
    /** Ends of the segments a to g on a grid of 2 × 3 points: x1, y1, x2, y2. */
    private static final double[][] SEGMENTS = {{0, 0, 1, 0}, {1, 0, 1, 1}, {1, 1, 1, 2}, {0, 2, 1, 2}, {0, 1, 0, 2},
            {0, 0, 0, 1}, {0, 1, 1, 1}};
    private static final String[] DIGITS = {"abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc",
            "abcdefg", "abcfgd"};
    private static final double WOBBLE = 0.12;

    private SampleDigits() {}

    /** Training and test images, {@code perClass} of each digit in each part. */
    public static PartedDataset parted(String name, int perClass) {
        return new PartedDataset(
                name,
                Map.of(Part.TRAIN, dataset(name, perClass, 1), Part.TEST, dataset(name, perClass, 2)));
    }

    /** Labelled images, the digits in turn. */
    public static Dataset dataset(String name, int perClass, long seed) {
        var random = new Random(seed);
        int size = Rasterizer.SIZE * Rasterizer.SIZE;
        var pixels = new byte[10 * perClass * size];
        var labels = new byte[10 * perClass];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 10);
            System.arraycopy(Rasterizer.rasterize(drawing(i % 10, random)), 0, pixels, i * size, size);
        }
        return Dataset.of(name, Rasterizer.SIZE, Rasterizer.SIZE, Dataset.DIGITS, pixels, labels, "made for a test");
    }

    /** One digit in strokes. */
    public static Drawing drawing(int digit, Random random) {
        var strokes = new ArrayList<Stroke>();
        for (char segment : DIGITS[digit].toCharArray()) {
            var ends = SEGMENTS[segment - 'a'];
            strokes.add(
                    new Stroke(List.of(point(ends[0], ends[1], random), point(ends[2], ends[3], random))));
        }
        return new Drawing(strokes);
    }

    private static InkPoint point(double x, double y, Random random) {
        return new InkPoint(x + WOBBLE * random.nextGaussian(), y + WOBBLE * random.nextGaussian(), 0);
    }
}
