package inkbench.data.generator;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.ink.Rasterizer;
import inkbench.task.PartProgress;
import inkbench.task.PartProgress;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * Makes digits by writing them: a {@link Writer} with habits, a {@link Hand} that varies, and the same way from strokes to
 * pixels as for what a user draws.
 */
public final class DigitGenerator {
    /** Width and height of every image in pixels. */
    public static final int EDGE = Rasterizer.SIZE;
    /** Pixels of a digit. */
    static final int IMAGE_SIZE = Rasterizer.SIZE * Rasterizer.SIZE;
    /** More of them don't fit into an array. */
    public static final int LARGEST_IN_MEMORY = Integer.MAX_VALUE / IMAGE_SIZE;

    private static final int DIGITS_PER_WRITER = 10;

    private DigitGenerator() {}

    /**
     * Makes 28×28 images of digits with labels, as many of each class as of any other (or one more), in random order. The
     * same count and seed give the same images on every machine; different seeds give different writers.
     *
     * @param count
     *            how many, at least 1
     * @throws IllegalArgumentException
     *             if {@code count} is less than 1 or more than fit into one array
     */
    public static Dataset generate(int count, long seed, Progress progress) {
        if (count < 1 || count > LARGEST_IN_MEMORY) {
            throw new IllegalArgumentException("Between 1 and " + LARGEST_IN_MEMORY + " digits, not " + count);
        }
        var pixels = new byte[count * IMAGE_SIZE];
        var labels = new byte[count];
        generate(MemorySegment.ofArray(pixels), labels, seed, progress);
        var messages = Messages.of(DigitGenerator.class);
        return Dataset.of(
                messages.get("generated.name", count),
                Rasterizer.SIZE,
                Rasterizer.SIZE,
                Dataset.DIGITS,
                pixels,
                labels,
                messages.get("generated.source", Long.toString(seed)));
    }

    /**
     * Makes the same digits where somebody wants them, such as in a mapped file.
     *
     * @param pixels
     *            takes {@code count × 28 × 28} bytes
     * @param labels
     *            takes {@code count} labels; its length is the count
     */
    static void generate(MemorySegment pixels, byte[] labels, long seed, Progress progress) {
        int count = labels.length;
        var places = shuffled(count, seed);
        var counted = new CountedProgress(progress, count);
        int writers = Math.ceilDiv(count, DIGITS_PER_WRITER);
        IntStream.range(0, writers).parallel().forEach(number -> {
            var writer = Writer.of(Chance.of(seed, "writer", number));
            int first = number * DIGITS_PER_WRITER;
            int end = first + Math.min(DIGITS_PER_WRITER, count - first);
            for (int i = first; i < end; i++) {
                progress.throwIfCancelled();
                int digit = i % 10;
                var drawing = Hand.write(writer, digit, Chance.of(seed, "digit", i));
                var picture = Rasterizer.rasterize(drawing, writer.penWidth());
                long place = (long) places[i] * IMAGE_SIZE;
                MemorySegment.copy(picture, 0, pixels, ValueLayout.JAVA_BYTE, place, IMAGE_SIZE);
                labels[places[i]] = (byte) digit;
            }
            counted.add(end - first);
        });
    }

    /**
     * Makes digits to train with and, by other writers, digits to test with.
     *
     * @param trainCount
     *            at least 1
     * @param testCount
     *            at least 1
     */
    public static PartedDataset generate(int trainCount, int testCount, long seed, Progress progress) {
        long total = (long) trainCount + testCount;
        var train = generate(trainCount, seed, new PartProgress(progress, 0, total));
        var test = generate(testCount, ~seed, new PartProgress(progress, trainCount, total));
        var name = Messages.of(DigitGenerator.class).get("generated.name", total);
        return new PartedDataset(name, Map.of(Part.TRAIN, train, Part.TEST, test));
    }

    /** Where the i-th digit that is written comes to lie. */
    private static int[] shuffled(int count, long seed) {
        var places = IntStream.range(0, count).toArray();
        var chance = Chance.of(seed, "order", 0);
        for (int i = count - 1; i > 0; i--) {
            int j = chance.below(i + 1);
            int place = places[i];
            places[i] = places[j];
            places[j] = place;
        }
        return places;
    }

    /** Adds up what several threads have done. */
    private static final class CountedProgress {
        private final Progress progress;
        private final int total;
        private int done;

        CountedProgress(Progress progress, int total) {
            this.progress = progress;
            this.total = total;
        }

        synchronized void add(int count) {
            done += count;
            progress.report(done, total);
        }
    }
}
