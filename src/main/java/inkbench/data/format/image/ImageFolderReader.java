package inkbench.data.format.image;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import inkbench.data.Part;
import inkbench.data.Polarity;
import inkbench.data.Remedy;
import inkbench.data.format.source.PartContent;
import inkbench.data.format.source.SourceFile;
import inkbench.task.Progress;
import inkbench.text.Messages;

/** Reads folders of pictures: PNG, JPEG and BMP, grey or colour. */
public final class ImageFolderReader {
    static final Messages MESSAGES = Messages.of(ImageFolderReader.class);
    /** Small enough to stop soon after a picture that can't be read. */
    private static final int BATCH = 512;

    /** Enough to tell dark ink from light, and soon decoded. */
    private static final int LOOKED_AT = 100;

    private final Optional<ImageSize> fit;
    private final Progress progress;
    /** Whether the ink is dark, which matters where pictures are fitted. */
    private boolean darkOnLight;
    private final AtomicInteger fitted = new AtomicInteger();
    private long done;
    private long total;
    /** The first picture, whose size all others must have. */
    private Path first;
    private ImageSize size;

    private ImageFolderReader(Optional<ImageSize> fit, boolean darkOnLight, Progress progress) {
        this.fit = fit;
        this.darkOnLight = darkOnLight;
        this.progress = progress;
    }

    /**
     * Reads the parts of a folder; none where it has no pictures.
     *
     * @param fit
     *            the size to fit all pictures to; otherwise they must have the same
     * @param darkOnLight
     *            whether the ink is known to be dark; otherwise that is looked for where pictures are fitted
     * @param notes
     *            is told what was left out, and what was fitted
     */
    public static Map<Part, PartContent> read(
            Path folder,
            Optional<ImageSize> fit,
            boolean darkOnLight,
            Progress progress,
            Consumer<String> notes) throws IOException {
        var lists = FolderScan.parts(folder);
        if (lists.isEmpty()) {
            return Map.of();
        }
        int others = lists.values().stream().mapToInt(PictureList::others).sum();
        if (others > 0) {
            notes.accept(MESSAGES.get("pictures.note.others", folder, others));
        }
        var reader = new ImageFolderReader(fit, darkOnLight, progress);
        var parts = reader.read(new SourceFile(folder), lists);
        if (reader.fitted.get() > 0) {
            var size = fit.orElseThrow();
            notes.accept(
                    MESSAGES.get("pictures.note.fitted", folder, reader.fitted.get(), size.width(), size.height()));
        }
        return parts;
    }

    /** Whether a file is called like one of the pictures of a folder. */
    public static boolean isPicture(Path file) {
        return PictureFile.isNamedAsOne(file.getFileName().toString());
    }

    private Map<Part, PartContent> read(SourceFile folder, Map<Part, PictureList> lists) throws IOException {
        var found = new TreeSet<String>();
        lists.values().forEach(list -> found.addAll(list.classes()));
        var classes = ClassOrder.of(folder, found);
        total = lists.values().stream().mapToLong(list -> list.pictures().size()).sum();
        if (fit.isPresent() && !darkOnLight) {
            darkOnLight = lookForDarkInk(lists.values().stream().flatMap(list -> list.pictures().stream()).toList());
        }
        var parts = new EnumMap<Part, PartContent>(Part.class);
        for (var entry : lists.entrySet()) {
            parts.put(entry.getKey(), read(entry.getValue(), classes));
        }
        return parts;
    }

    /** Decides by some pictures, evenly over all, because a single one may deceive. */
    private static boolean lookForDarkInk(List<PictureList.Picture> pictures) throws IOException {
        int count = Math.min(pictures.size(), LOOKED_AT);
        int dark = 0;
        for (int i = 0; i < count; i++) {
            var picture = pictures.get((int) ((long) i * pictures.size() / count));
            dark += PictureFile.read(picture.file(), true).isDarkOnLight() ? 1 : 0;
        }
        return Polarity.areMost(dark, count);
    }

    private PartContent read(PictureList list, ClassOrder classes) throws IOException {
        var pictures = list.pictures();
        if (first == null) {
            first = pictures.getFirst().file();
            size = fit.isPresent() ? fit.get() : PictureFile.read(first, false).size();
        }
        var file = new SourceFile(list.folder());
        int imageSize = size.width() * size.height();
        if (pictures.size() > (Integer.MAX_VALUE - Long.BYTES) / imageSize) {
            throw file.fault(MESSAGES, "pictures.large", pictures.size(), size.width(), size.height());
        }
        var pixels = new byte[pictures.size() * imageSize];
        for (int start = 0; start < pictures.size(); start += BATCH) {
            decode(pictures, start, Math.min(pictures.size(), start + BATCH), pixels);
        }
        var labels = new byte[list.classes().isEmpty() ? 0 : pictures.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = classes.numbers().get(pictures.get(i).label()).byteValue();
        }
        return new PartContent(
                file,
                size.width(),
                size.height(),
                MemorySegment.ofArray(pixels),
                labels,
                classes.names());
    }

    /** Decodes some pictures on all processors; of several that can't be read, the first is told. */
    private void decode(List<PictureList.Picture> pictures, int start, int end, byte[] pixels) throws IOException {
        progress.throwIfCancelled();
        var failures = new ConcurrentSkipListMap<Integer, IOException>();
        IntStream.range(start, end).parallel().forEach(i -> {
            try {
                var picture = decode(pictures.get(i).file());
                System.arraycopy(picture, 0, pixels, i * picture.length, picture.length);
            } catch (IOException e) {
                failures.put(i, e);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.firstEntry().getValue();
        }
        done += end - start;
        progress.report(done, total);
    }

    private byte[] decode(Path file) throws IOException {
        var picture = PictureFile.read(file, fit.isPresent());
        if (fit.isPresent()) {
            fitted.addAndGet(picture.size().equals(size) ? 0 : 1);
            return picture.fitted(size, darkOnLight).pixels();
        }
        if (!picture.size().equals(size)) {
            var found = picture.size();
            throw new SourceFile(file).fault(
                    MESSAGES,
                    "pictures.sizes",
                    found.width(),
                    found.height(),
                    first,
                    size.width(),
                    size.height()).with(Remedy.FIT_IMAGES);
        }
        return picture.pixels();
    }
}
