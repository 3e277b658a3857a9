package inkbench.data.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.idx.IdxStreams;
import inkbench.data.format.idx.IdxWriter;
import inkbench.ink.Rasterizer;
import inkbench.task.PartProgress;
import inkbench.task.PartProgress;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * The digits that come with Inkbench: gzipped IDX files in the project's folder {@code data}, made once by
 * {@link #write(Path, Progress)} and read from the class path.
 */
public final class BuiltInSet {
    /** How many digits there are to train with. */
    public static final int TRAIN_COUNT = 10_000;
    /** How many digits there are to test with. */
    public static final int TEST_COUNT = 2_000;
    /** What they were made from. */
    public static final long SEED = 1;

    private static final String PACKED = ".gz";
    private static final String RESOURCES = "/inkbench/builtin/";

    private BuiltInSet() {}

    /** Reads the set from the app's own resources; takes some hundredths of a second. */
    public static PartedDataset load() throws IOException {
        var messages = Messages.of(BuiltInSet.class);
        var name = messages.get("builtin.name");
        var source = messages.get("builtin.source");
        var parts = new EnumMap<Part, Dataset>(Part.class);
        for (var part : new Part[]{Part.TRAIN, Part.TEST}) {
            parts.put(part, IdxStreams.read(name, resource(imagesFile(part) + PACKED),
                    resource(labelsFile(part) + PACKED), source));
        }
        return new PartedDataset(name, parts);
    }

    /** Makes the very same images again and writes their four files to a folder, which is made where it is missing. */
    public static void write(Path folder, Progress progress) throws IOException {
        write(folder, TRAIN_COUNT, TEST_COUNT, SEED, progress);
    }

    /**
     * Makes another set of the same kind and writes its four files to a folder, which is made where it is missing.
     *
     * @param trainCount
     *            at least 1
     * @param testCount
     *            at least 1; by other writers
     */
    public static void write(Path folder, int trainCount, int testCount, long seed, Progress progress)
            throws IOException {
        var digits = DigitGenerator.generate(trainCount, testCount, seed, progress);
        for (var entry : digits.parts().entrySet()) {
            var part = entry.getKey();
            IdxWriter.write(
                    entry.getValue(),
                    folder.resolve(imagesFile(part) + PACKED),
                    folder.resolve(labelsFile(part) + PACKED));
        }
    }

    /**
     * Makes a set as {@link #write(Path, int, int, long, Progress)} does, in files that are not packed: as large as the disk
     * has room for, whatever the memory.
     */
    public static void writeUnpacked(Path folder, int trainCount, int testCount, long seed, Progress progress)
            throws IOException {
        long total = (long) trainCount + testCount;
        writeUnpacked(folder, Part.TRAIN, trainCount, seed, new PartProgress(progress, 0, total));
        writeUnpacked(folder, Part.TEST, testCount, ~seed, new PartProgress(progress, trainCount, total));
    }

    private static void writeUnpacked(Path folder, Part part, int count, long seed, Progress progress)
            throws IOException {
        IdxWriter.writeUnpacked(
                count,
                Rasterizer.SIZE,
                Rasterizer.SIZE,
                folder.resolve(imagesFile(part)),
                folder.resolve(labelsFile(part)),
                (pixels, labels) -> DigitGenerator.generate(pixels, labels, seed, progress));
    }

    private static String imagesFile(Part part) {
        return part.key() + "-images-idx3-ubyte";
    }

    private static String labelsFile(Part part) {
        return part.key() + "-labels-idx1-ubyte";
    }

    private static InputStream resource(String file) {
        var resource = BuiltInSet.class.getResourceAsStream(RESOURCES + file);
        if (resource == null) {
            throw new IllegalStateException("The build left " + file + " out");
        }
        return resource;
    }
}
