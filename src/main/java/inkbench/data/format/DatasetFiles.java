package inkbench.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.Polarity;
import inkbench.data.Remedy;
import inkbench.data.format.csv.CsvFiles;
import inkbench.data.format.idx.IdxFiles;
import inkbench.data.format.idx.IdxReader;
import inkbench.data.format.image.ImageFolderReader;
import inkbench.data.format.image.ImageSize;
import inkbench.data.format.npz.NpzReader;
import inkbench.data.format.source.PartContent;
import inkbench.data.format.source.PartName;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * Opens whatever a user points at: an IDX file or pair, numpy's arrays, a CSV of pixels, a folder of any of these or of
 * pictures.
 */
public final class DatasetFiles {
    private static final Messages MESSAGES = Messages.of(DatasetFiles.class);
    private static final int HEAD = 6;

    private final Path path;
    private final OpenOptions options;
    private final Progress progress;
    private final Consumer<String> notes;

    private DatasetFiles(Path path, OpenOptions options, Progress progress, Consumer<String> notes) {
        this.path = path;
        this.options = options;
        this.progress = progress;
        this.notes = notes;
    }

    /** Reads a file or folder about which nothing has to be said, as {@link #open(Path, OpenOptions, Progress)} does. */
    public static PartedDataset open(Path path, Progress progress) throws IOException {
        return open(path, OpenOptions.NONE, progress).data();
    }

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
    public static OpenedData open(Path path, OpenOptions options, Progress progress) throws IOException {
        var notes = new ArrayList<String>();
        var files = new DatasetFiles(path, options, progress, notes::add);
        var parts = Files.isDirectory(path) ? files.folder() : files.file();
        return new OpenedData(files.together(name(path), parts), notes);
    }

    private Map<Part, PartContent> folder() throws IOException {
        var pairs = IdxFiles.pairsOf(path);
        if (!pairs.isEmpty()) {
            return pairs(pairs);
        }
        var pictures = ImageFolderReader.read(path, options.fit(), options.inverted(), progress, notes);
        if (!pictures.isEmpty()) {
            return pictures;
        }
        var tables = CsvFiles.in(path);
        if (tables.isEmpty()) {
            throw new SourceFile(path).fault(MESSAGES, "folder.empty");
        }
        var parts = new EnumMap<Part, PartContent>(Part.class);
        for (var entry : tables.entrySet()) {
            parts.put(entry.getKey(), CsvFiles.read(entry.getValue(), progress, notes));
        }
        return parts;
    }

    private Map<Part, PartContent> file() throws IOException {
        var file = new SourceFile(path);
        if (!Files.exists(path)) {
            throw file.missing();
        }
        if (!Files.isRegularFile(path)) {
            throw file.fault(MESSAGES, "special");
        }
        var head = file.head(HEAD);
        if (head.length > 0 && head[0] == 0) {
            return pairs(Map.of(PartName.of(path), IdxFiles.pairOf(path)));
        }
        if (begins(head, NpzReader.ZIP_START)) {
            return NpzReader.npz(path, options.arrays(), progress, notes);
        }
        if (begins(head, NpzReader.NPY_START)) {
            return NpzReader.npy(path, progress, notes);
        }
        if (ImageFolderReader.isPicture(path)) {
            throw file.fault(MESSAGES, "picture.alone");
        }
        if (!isText(head)) {
            throw file.fault(
                    MESSAGES,
                    "unknown",
                    SourceFile.hex(Arrays.copyOf(head, Math.min(head.length, IdxReader.IMAGES_START.length))),
                    SourceFile.hex(IdxReader.IMAGES_START),
                    SourceFile.hex(NpzReader.ZIP_START),
                    SourceFile.hex(NpzReader.NPY_START));
        }
        return Map.of(PartName.of(path), CsvFiles.read(path, progress, notes));
    }

    private static boolean begins(byte[] head, byte[] start) {
        return Arrays.equals(Arrays.copyOf(head, start.length), start);
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

    private Map<Part, PartContent> pairs(Map<Part, IdxFiles.Pair> pairs) throws IOException {
        var progressOfAll = new ReadProgress(progress, size(pairs));
        var parts = new EnumMap<Part, PartContent>(Part.class);
        for (var entry : pairs.entrySet()) {
            parts.put(entry.getKey(), IdxFiles.read(entry.getValue(), progressOfAll));
        }
        return parts;
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

    private PartedDataset together(String name, Map<Part, PartContent> contents) throws DataException {
        var classNames = classNames(contents);
        var parts = new EnumMap<Part, Dataset>(Part.class);
        for (var entry : contents.entrySet()) {
            parts.put(entry.getKey(), asWished(dataset(name, classNames, entry.getValue())));
        }
        requireOneSize(parts, contents);
        return new PartedDataset(name, parts);
    }

    private static Dataset dataset(String name, List<String> classNames, PartContent content) {
        return Dataset.of(
                name,
                content.width(),
                content.height(),
                classNames,
                content.pixels(),
                content.labels(),
                content.file().lastName());
    }

    /** Inverted and fitted where that is what the options say. */
    private Dataset asWished(Dataset images) {
        var upright = options.inverted() ? Polarity.inverted(images) : images;
        if (options.fit().isEmpty() || ImageSize.of(images).equals(options.fit().get())) {
            return upright;
        }
        notes.accept(FittedImages.note(images, options.fit().get()));
        return FittedImages.of(upright, options.fit().get(), progress);
    }

    private static void requireOneSize(Map<Part, Dataset> parts, Map<Part, PartContent> contents)
            throws DataException {
        var first = parts.keySet().iterator().next();
        for (var part : parts.keySet()) {
            var a = ImageSize.of(parts.get(first));
            var b = ImageSize.of(parts.get(part));
            if (!a.equals(b)) {
                throw contents.get(part)
                        .file()
                        .fault(MESSAGES, "parts.sizes", b.width(), b.height(), contents.get(first).file(), a.width(),
                                a.height())
                        .with(Remedy.FIT_IMAGES);
            }
        }
    }

    /** The names that the format has; otherwise the digits, or as many numbered classes as the labels need. */
    private static List<String> classNames(Map<Part, PartContent> contents) {
        int count = Dataset.DIGITS.size();
        for (var content : contents.values()) {
            if (!content.classNames().isEmpty()) {
                return content.classNames();
            }
            for (byte label : content.labels()) {
                count = Math.max(count, label + 1);
            }
        }
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static String name(Path path) {
        return new SourceFile(path).lastName().replaceFirst("(?i)(?<=.)(\\.csv|\\.npz|\\.npy)?(\\.gz)?$", "");
    }
}
