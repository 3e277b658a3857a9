package inkbench.data.format.npz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import inkbench.data.Part;
import inkbench.data.format.source.PartContent;
import inkbench.data.format.source.PartName;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.task.Progress;

/**
 * Reads numpy's arrays: {@code .npz}, and {@code .npy} with images alone. The values are read by a parser of its own: an
 * array of Python's objects, which could run code when it is unpickled, is refused.
 */
public final class NpzReader {
    /** How a zip file begins. */
    public static final byte[] ZIP_START = {'P', 'K', 3, 4};
    /** How an array begins. */
    public static final byte[] NPY_START = NpyHeader.START.clone();

    private static final byte[] NO_LABELS = {};

    private NpzReader() {}

    /**
     * Reads the parts of an {@code .npz}.
     *
     * @param chosen
     *            which arrays to read; where nothing is chosen they are found
     * @param notes
     *            is told what the user should know of how the values were taken
     */
    public static Map<Part, PartContent> npz(
            Path path,
            Optional<NpzKeys> chosen,
            Progress progress,
            Consumer<String> notes) throws IOException {
        try (var archive = NpzArchive.open(path)) {
            var keys = chosen.isPresent() ? chosen.get() : NpzSearch.find(archive);
            var arrays = new EnumMap<Part, Arrays>(Part.class);
            for (var entry : keys.parts().entrySet()) {
                arrays.put(entry.getKey(), Arrays.of(archive, entry.getValue()));
            }
            archive.watch(new ReadProgress(progress, arrays.values().stream().mapToLong(Arrays::toRead).sum()));
            var parts = new EnumMap<Part, PartContent>(Part.class);
            for (var entry : arrays.entrySet()) {
                parts.put(entry.getKey(), entry.getValue().read(archive.file(), notes));
            }
            return parts;
        }
    }

    /** The arrays of one part. */
    private record Arrays(NpyImages images, Optional<NpyArray> labels) {
        static Arrays of(NpzArchive archive, NpzKeys.Pair pair) throws IOException {
            var images = NpyImages.of(archive.array(pair.images()));
            return pair.labels().isPresent()
                    ? new Arrays(images, Optional.of(archive.array(pair.labels().get())))
                    : new Arrays(images, Optional.empty());
        }

        long toRead() {
            return images.toRead() + labels.map(array -> array.header().fileLength()).orElse(0L);
        }

        PartContent read(SourceFile file, Consumer<String> notes) throws IOException {
            // The labels first: they are read in no time, and may be wrong as well.
            var classes = labels.isPresent() ? NpyLabels.read(labels.get(), images) : NO_LABELS;
            return new PartContent(file, images.width(), images.height(), images.pixels(notes), classes);
        }
    }

    /** Reads the images of an {@code .npy}, which has no labels. */
    public static Map<Part, PartContent> npy(Path path, Progress progress, Consumer<String> notes) throws IOException {
        var file = new SourceFile(path);
        // The header, and the values twice at most.
        var read = new ReadProgress(progress, 2 * Files.size(path));
        var images = NpyImages.of(NpyArray.open(file, () -> file.open(read)));
        var content = new PartContent(file, images.width(), images.height(), images.pixels(notes), NO_LABELS);
        return Map.of(PartName.of(path), content);
    }

    /**
     * What is in an {@code .npz}, for somebody who has to choose.
     *
     * @throws inkbench.data.DataException
     *             if it is damaged; the message is for the user
     */
    public static List<NpzArray> list(Path path) throws IOException {
        try (var archive = NpzArchive.open(path)) {
            var arrays = new ArrayList<NpzArray>();
            for (var key : archive.keys()) {
                var header = archive.header(key);
                arrays.add(
                        new NpzArray(
                                key,
                                header.map(found -> found.type().name().toLowerCase(Locale.ROOT)),
                                header.map(NpyHeader::shape).orElse(List.of()),
                                header.filter(NpyImages::fits).isPresent()));
            }
            return List.copyOf(arrays);
        }
    }
}
