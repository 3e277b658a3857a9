package inkbench.app.strokes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import inkbench.data.DataException;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Reading drawings in the background: of files, and of texts that somebody copied. */
public final class StrokeLibrary {
    private static final long LARGEST_SVG = 16L << 20;

    private final Workers workers;
    private final Messages messages = Messages.of(StrokeLibrary.class);

    /** A library that reads with the given workers. */
    public StrokeLibrary(Workers workers) {
        this.workers = workers;
    }

    /** All drawings of a {@link StrokeFile}, or the one of an {@code .svg} file. */
    public Job<List<StrokeSample>> open(Path file) {
        return workers.submit(messages.get("job.open", file.getFileName()), progress -> read(file));
    }

    private List<StrokeSample> read(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).endsWith(".svg")) {
            return StrokeFile.read(file);
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(messages.get("missing", file));
        }
        if (Files.size(file) > LARGEST_SVG) {
            throw new DataException(messages.get("largeFile", file, LARGEST_SVG >> 20));
        }
        return List.of(svg(name, Files.readString(file)));
    }

    /**
     * The drawings of a text: lines of a {@link StrokeFile}, or an SVG.
     *
     * @param source
     *            what messages call it
     */
    public Job<List<StrokeSample>> read(String text, String source) {
        return workers.submit(
                messages.get("job.open", source),
                progress -> StrokeSvg.looksLike(text)
                        ? List.of(svg(source, text))
                        : StrokeText.read(text, source));
    }

    private static StrokeSample svg(String id, String text) throws IOException {
        return new StrokeSample(id, OptionalInt.empty(), StrokeSvg.read(text));
    }
}
