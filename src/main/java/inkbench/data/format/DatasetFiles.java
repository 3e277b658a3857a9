package inkbench.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.csv.KaggleCsvReader;
import inkbench.data.format.idx.IdxFiles;
import inkbench.data.format.idx.IdxReader;
import inkbench.data.format.source.PartName;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.task.Progress;
import inkbench.text.Messages;

/** Opens whatever a user points at: an IDX file or pair, a folder of IDX files, a Kaggle CSV. */
public final class DatasetFiles {
    private static final Messages MESSAGES = Messages.of(DatasetFiles.class);
    private static final byte[] NO_LABELS = {};

    private DatasetFiles() {}

    /**
     * Reads a file or folder. Files may be gzipped; what a file holds is decided by its bytes, which part it is by its
     * name ({@code train}, {@code test} or {@code t10k}, {@code holdout}; otherwise it is taken to train with).
     *
     * @throws DataException
     *             if it isn't there, holds no data that is known, or is damaged; the message is for the user
     * @throws IOException
     *             if the disk fails
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static PartedDataset open(Path path, Progress progress) throws IOException {
        if (Files.isDirectory(path)) {
            return openPairs(name(path), IdxFiles.pairsOf(path), progress);
        }
        var file = new SourceFile(path);
        if (!Files.exists(path)) {
            throw file.missing();
        }
        if (!Files.isRegularFile(path)) {
            throw file.fault(MESSAGES, "special");
        }
        var head = file.head(Integer.BYTES);
        if (head.length > 0 && head[0] == 0) {
            return openPairs(name(path), Map.of(PartName.of(path), IdxFiles.pairOf(path)), progress);
        }
        if (!isText(head)) {
            throw file.fault(MESSAGES, "unknown", SourceFile.hex(head), SourceFile.hex(IdxReader.IMAGES_START));
        }
        return openCsv(path, file, progress);
    }

    private static boolean isText(byte[] head) {
        boolean marked = head.length > 2 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
        for (int i = marked ? 3 : 0; i < head.length; i++) {
            if (head[i] < ' ' && !Character.isWhitespace(head[i])) {
                return false;
            }
        }
        return true;
    }

    private static PartedDataset openCsv(Path path, SourceFile file, Progress progress) throws IOException {
        long size = Files.size(path);
        var read = KaggleCsvReader.read(file, size, new ReadProgress(progress, size));
        var name = name(path);
        var dataset = Dataset
                .of(name, read.side(), read.side(), Dataset.DIGITS, read.pixels(), read.labels(), fileName(path));
        return new PartedDataset(name, Map.of(PartName.of(path), dataset));
    }

    private static PartedDataset openPairs(String name, Map<Part, IdxFiles.Pair> pairs, Progress progress)
            throws IOException {
        var progressOfAll = new ReadProgress(progress, size(pairs));
        var contents = new EnumMap<Part, IdxContent>(Part.class);
        for (var entry : pairs.entrySet()) {
            contents.put(entry.getKey(), IdxContent.read(entry.getValue(), progressOfAll));
        }
        requireOneSize(contents);
        var classNames = classNames(contents);
        var parts = new EnumMap<Part, Dataset>(Part.class);
        contents.forEach((part, content) -> parts.put(part, content.dataset(name, classNames)));
        return new PartedDataset(name, parts);
    }

    private static long size(Map<Part, IdxFiles.Pair> pairs) throws IOException {
        var files = pairs.values()
                .stream()
                .flatMap(pair -> Stream.concat(Stream.of(pair.images()), pair.labels().stream()))
                .toList();
        long size = 0;
        for (var file : files) {
            size += Files.size(file);
        }
        return size;
    }

    private static void requireOneSize(Map<Part, IdxContent> contents) throws DataException {
        var first = contents.values().iterator().next();
        for (var other : contents.values()) {
            var a = first.images();
            var b = other.images();
            if (a.width() != b.width() || a.height() != b.height()) {
                throw other.file().fault(MESSAGES, "idx.images.size", b.width(), b.height(), first.file(), a.width(),
                        a.height());
            }
        }
    }

    /** The digits, or as many numbered classes as the labels need. */
    private static List<String> classNames(Map<Part, IdxContent> contents) {
        int largest = contents.values().stream().mapToInt(IdxContent::largestLabel).max().orElse(0);
        if (largest < Dataset.DIGITS.size()) {
            return Dataset.DIGITS;
        }
        return IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
    }

    private static String name(Path path) {
        return fileName(path).replaceFirst("(?i)(?<=.)(\\.csv)?(\\.gz)?$", "");
    }

    /** The last name of a path; the rest of it says more of the user's disk than of the data. */
    private static String fileName(Path path) {
        var name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /**
     * What an images file and its labels hold.
     *
     * @param labels
     *            empty without a labels file
     */
    private record IdxContent(Path path, IdxReader.Images images, byte[] labels) {
        static IdxContent read(IdxFiles.Pair pair, ReadProgress progress) throws IOException {
            var images = IdxReader.images(new SourceFile(pair.images()), progress);
            if (pair.labels().isEmpty()) {
                return new IdxContent(pair.images(), images, NO_LABELS);
            }
            var labelsFile = pair.labels().get();
            var labels = IdxReader.labels(new SourceFile(labelsFile), progress);
            if (labels.length != images.count()) {
                throw new SourceFile(pair.images()).fault(MESSAGES, "idx.counts", images.count(), labelsFile,
                        labels.length);
            }
            return new IdxContent(pair.images(), images, labels);
        }

        SourceFile file() {
            return new SourceFile(path);
        }

        int largestLabel() {
            int largest = 0;
            for (byte label : labels) {
                largest = Math.max(largest, label);
            }
            return largest;
        }

        Dataset dataset(String name, List<String> classNames) {
            return Dataset
                    .of(name, images.width(), images.height(), classNames, images.pixels(), labels, fileName(path));
        }
    }
}
