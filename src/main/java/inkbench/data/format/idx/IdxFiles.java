package inkbench.data.format.idx;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import inkbench.data.DataException;
import inkbench.data.Part;
import inkbench.data.format.source.PartContent;
import inkbench.data.format.source.PartName;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/** Finds which IDX files of a folder belong together. */
public final class IdxFiles {
    private static final Messages MESSAGES = Messages.of(IdxFiles.class);

    private static final byte[] NO_LABELS = {};
    /** A folder may have a hundred thousand of them, which need not all be opened. */
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|bmp)");

    private final List<Path> images = new ArrayList<>();
    private final List<Path> labels = new ArrayList<>();

    /**
     * Looks through a folder. What an IDX file holds is decided by its first bytes; other files are left out, unless
     * their name says that they are IDX files: then something is wrong with them.
     */
    private IdxFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(IdxFiles::mayBeIdx).sorted().toList()) {
                add(file);
            }
        } catch (AccessDeniedException e) {
            throw new SourceFile(folder).denied();
        }
    }

    /**
     * An images file and its labels.
     *
     * @param labels
     *            empty where there are none beside the images
     */
    public record Pair(Path images, Optional<Path> labels) {}

    /** Reads a pair. */
    public static PartContent read(Pair pair, ReadProgress progress) throws IOException {
        var file = new SourceFile(pair.images());
        var images = IdxReader.images(file, progress);
        var labels = NO_LABELS;
        if (pair.labels().isPresent()) {
            var labelsFile = pair.labels().get();
            labels = IdxReader.labels(new SourceFile(labelsFile), progress);
            if (labels.length != images.count()) {
                throw file.fault(MESSAGES, "idx.counts", images.count(), labelsFile, labels.length);
            }
        }
        return new PartContent(file, images.width(), images.height(), images.pixels(), labels, PartContent.NUMBERED);
    }

    /** The pair that an images file belongs to. */
    public static Pair pairOf(Path imagesFile) throws IOException {
        var folder = imagesFile.getParent();
        return new IdxFiles(folder == null ? Path.of("") : folder).pair(imagesFile);
    }

    /**
     * The pairs of a folder, by the part that their name tells; maybe none.
     *
     * @throws DataException
     *             if there are two for one part, or labels without images
     */
    public static Map<Part, Pair> pairsOf(Path folder) throws IOException {
        var files = new IdxFiles(folder);
        var pairs = new EnumMap<Part, Pair>(Part.class);
        for (var file : files.images) {
            var part = PartName.of(file);
            var pair = files.pair(file);
            var other = pairs.put(part, pair);
            if (other != null) {
                throw new SourceFile(folder)
                        .fault(MESSAGES, "folder.ambiguous", other.images().getFileName(), file.getFileName(),
                                part.key());
            }
        }
        for (var file : files.labels) {
            if (pairs.values().stream().noneMatch(pair -> pair.labels().filter(file::equals).isPresent())) {
                throw new SourceFile(file).fault(MESSAGES, "labels.alone");
            }
        }
        return pairs;
    }

    private static boolean mayBeIdx(Path file) {
        var name = file.getFileName().toString();
        // What begins with a dot may still be being written.
        return !name.startsWith(".") && !PICTURE.matcher(name).matches() && Files.isRegularFile(file);
    }

    private void add(Path file) {
        var start = start(file);
        var name = IdxName.of(file);
        if (Arrays.equals(start, IdxReader.IMAGES_START)) {
            images.add(file);
        } else if (Arrays.equals(start, IdxReader.LABELS_START) || name.labels()) {
            labels.add(file);
        } else if (name.images()) {
            images.add(file);
        }
    }

    private static byte[] start(Path file) {
        try {
            return new SourceFile(file).head(IdxReader.IMAGES_START.length);
        } catch (IOException e) {
            // Some other file that can't be read is no reason not to open the data; one of the data fails when it is read.
            return new byte[0];
        }
    }

    private Pair pair(Path imagesFile) throws DataException {
        var stem = IdxName.of(imagesFile).stem();
        var candidates = labels.stream().filter(file -> IdxName.of(file).stem().equals(stem)).toList();
        if (candidates.size() > 1) {
            throw new SourceFile(imagesFile)
                    .fault(MESSAGES, "labels.ambiguous", candidates.get(0).getFileName(),
                            candidates.get(1).getFileName());
        }
        return new Pair(imagesFile, candidates.stream().findFirst());
    }
}
