package inkbench.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Duplicates;
import inkbench.data.FreeSpace;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.split.SplitShares;
import inkbench.data.split.StratifiedSplit;
import inkbench.data.catalog.CatalogEntry;
import inkbench.data.catalog.InstalledSets;
import inkbench.data.format.DatasetFiles;
import inkbench.data.format.OpenOptions;
import inkbench.data.format.OpenedData;
import inkbench.data.generator.BuiltInSet;
import inkbench.data.generator.DigitGenerator;
import inkbench.ink.Rasterizer;
import inkbench.statistics.ClassDistribution;
import inkbench.statistics.PixelStatistics;
import inkbench.statistics.StatisticsFiles;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Opening data sets and counting their pixels. */
public final class DataLibrary {
    /** Share of the images that is kept for testing where a data set has no test part, as in the walkthrough. */
    private static final double TEST_FRACTION = 0.2;
    /** Decides which, so that a set is cut alike each time it is opened. */
    static final long SPLIT_SEED = 1;

    /** What a digit of the generator takes in a gzipped file, with its label: 167 bytes in the set that comes with the app. */
    private static final int BYTES_PACKED = 160;

    /** Name of the set that comes with the app. */
    public static final String BUILTIN = "builtin";

    private final Workers workers;
    private final InstalledSets sets;
    private final FreeSpace space;
    private final Messages messages = Messages.of(DataLibrary.class);

    DataLibrary(Workers workers, InstalledSets sets, FreeSpace space) {
        this.workers = workers;
        this.sets = sets;
        this.space = space;
    }

    /**
     * Opens a data set in the background, to work with: {@link #BUILTIN}, a file, a folder or the name of a set of the catalog,
     * with a test part as {@link #withTestPart} has it.
     */
    public Job<PartedDataset> open(String nameOrPath) {
        return workers.submit(
                messages.get("job.open", nameOrPath),
                progress -> withTestPart(read(nameOrPath, progress), SPLIT_SEED));
    }

    /** Opens a data set in the background as {@link #open(String)} does, in the way that the user says. */
    public Job<OpenedData> open(String nameOrPath, OpenOptions options) {
        return workers.submit(messages.get("job.open", nameOrPath), progress -> {
            var opened = read(nameOrPath, options, progress);
            return new OpenedData(withTestPart(opened.data(), SPLIT_SEED), opened.notes());
        });
    }

    /**
     * The data with a part to learn from and a part to test with. A set that comes without a test part gives up a fifth of
     * every class, chosen by the seed.
     */
    public PartedDataset withTestPart(PartedDataset data, long seed) {
        var whole = data.first();
        if (data.part(Part.TEST).isPresent() || !whole.labelled()) {
            return data;
        }
        return StratifiedSplit.into(whole, new SplitShares(1 - TEST_FRACTION, TEST_FRACTION, 0), seed);
    }

    /**
     * Opens a data set on the caller's thread: {@link #BUILTIN}, a file, a folder or the name of a set of the catalog. A file
     * or folder goes before a set of the same name.
     *
     * @throws DataException
     *             if there is no such name, file or folder, it is no data, or the set is not installed; the message is for the
     *             user
     */
    public PartedDataset read(String nameOrPath, Progress progress) throws IOException {
        return read(nameOrPath, OpenOptions.NONE, progress).data();
    }

    /**
     * Opens a data set as {@link #read(String, Progress)} does, in the way that the user says, and tells what there is to know
     * about how it was taken.
     */
    public OpenedData read(String nameOrPath, OpenOptions options, Progress progress) throws IOException {
        if (nameOrPath.equals(BUILTIN)) {
            return OpenedData.of(BuiltInSet.load(), options, progress).readFrom(Optional.empty());
        }
        var path = existing(nameOrPath);
        if (path.isPresent()) {
            return DatasetFiles.open(path.get(), options, progress).readFrom(path);
        }
        var entry = sets.catalog().find(nameOrPath);
        if (entry.isPresent()) {
            return OpenedData.of(sets.read(entry.get(), progress), options, progress).readFrom(Optional.empty());
        }
        var names = Stream.concat(Stream.of(BUILTIN), sets.catalog().entries().stream().map(CatalogEntry::name));
        throw new DataException(messages.get("data.unknown", nameOrPath, names.collect(Collectors.joining(", "))));
    }

    private static Optional<Path> existing(String path) {
        try {
            return Optional.of(Path.of(path)).filter(Files::exists);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /**
     * One part of a data set.
     *
     * @throws UnsuitableDataException
     *             if the set has no such part; the message says which it has
     */
    public Dataset part(PartedDataset data, Part part) throws UnsuitableDataException {
        var found = data.part(part);
        if (found.isEmpty()) {
            var present = data.parts().keySet().stream().map(Part::key).collect(Collectors.joining(", "));
            throw new UnsuitableDataException(messages.get("data.partMissing", data.name(), part.key(), present));
        }
        return found.get();
    }

    /** What a user should know before working with a data set, in a sentence; nothing for most. */
    public Optional<String> note(PartedDataset data) {
        int size = Rasterizer.SIZE;
        return data.width() == size && data.height() == size
                ? Optional.empty()
                : Optional.of(messages.get("data.size", data.name(), data.width(), data.height(), size));
    }

    /**
     * Makes digits with the built-in generator and writes them as IDX files, the names MNIST's; on the caller's thread.
     *
     * @param folder
     *            made where it is missing
     * @param train
     *            images in the training part
     * @param test
     *            images in the test part, by other writers
     * @param packed
     *            whether to gzip the files; otherwise there can be more images than fit into memory
     * @throws DataException
     *             if there are too many to be packed, or more than the disk has room for
     */
    public void generate(Path folder, int train, int test, long seed, boolean packed, Progress progress)
            throws IOException {
        long images = (long) train + test;
        long each = packed ? BYTES_PACKED : Rasterizer.SIZE * Rasterizer.SIZE + 1;
        space.require(folder.toString(), images * each, folder);
        if (!packed) {
            BuiltInSet.writeUnpacked(folder, train, test, seed, progress);
        } else if (Math.max(train, test) > DigitGenerator.LARGEST_IN_MEMORY) {
            throw new DataException(
                    messages.get("generate.large", Math.max(train, test), DigitGenerator.LARGEST_IN_MEMORY));
        } else {
            BuiltInSet.write(folder, train, test, seed, progress);
        }
    }

    /**
     * Writes pixel statistics of the training images and the class distribution as pictures and tables into a folder; on
     * the caller's thread.
     *
     * @throws UnsuitableDataException
     *             if the images have no labels
     */
    public void writeStatistics(PartedDataset data, Path folder, Progress progress) throws IOException {
        if (!data.first().labelled()) {
            throw new UnsuitableDataException(messages.get("statistics.unlabelled", data.name()));
        }
        StatisticsFiles.write(ClassDistribution.of(data), PixelStatistics.of(data.first(), progress), folder);
    }

    /**
     * The images that are in both sets, the same in every pixel; on the caller's thread.
     *
     * @throws UnsuitableDataException
     *             if the images are of different sizes
     */
    public List<SharedImage> duplicates(PartedDataset a, PartedDataset b, Progress progress)
            throws UnsuitableDataException {
        if (a.width() != b.width() || a.height() != b.height()) {
            throw new UnsuitableDataException(
                    messages.get("duplicates.size", a.name(), a.width(), a.height(), b.name(), b.width(), b.height()));
        }
        var shared = new ArrayList<SharedImage>();
        a.parts().forEach((partOfA, first) -> b.parts().forEach((part, second) -> {
            for (var pair : Duplicates.between(first, second, progress)) {
                shared.add(new SharedImage(partOfA, pair.a(), part, pair.b()));
            }
        }));
        shared.sort(Comparator.comparing(SharedImage::partOfA).thenComparing(SharedImage::a));
        return List.copyOf(shared);
    }

    /** The images that are in a set more than once, within a part or in two of them; on the caller's thread. */
    public List<SharedImage> duplicates(PartedDataset set, Progress progress) {
        var shared = new ArrayList<SharedImage>();
        var parts = List.copyOf(set.parts().keySet());
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var images = set.part(part).orElseThrow();
            for (var pair : Duplicates.within(images, progress)) {
                shared.add(new SharedImage(part, pair.a(), part, pair.b()));
            }
            for (var later : parts.subList(i + 1, parts.size())) {
                for (var pair : Duplicates.between(images, set.part(later).orElseThrow(), progress)) {
                    shared.add(new SharedImage(part, pair.a(), later, pair.b()));
                }
            }
        }
        return List.copyOf(shared);
    }

    /** Computes the pixel statistics in the background. */
    public Job<PixelStatistics> statistics(Dataset dataset) {
        return workers.submit(
                messages.get("job.statistics", dataset.name()),
                progress -> PixelStatistics.of(dataset, progress));
    }
}
