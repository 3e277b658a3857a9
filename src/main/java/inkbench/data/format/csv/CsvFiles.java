package inkbench.data.format.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import inkbench.data.DataException;
import inkbench.data.Part;
import inkbench.data.format.source.PartContent;
import inkbench.data.format.source.PartName;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.task.Progress;
import inkbench.text.Messages;

/** Reads CSV with a row of pixels for each image, a file alone or the files of a folder. */
public final class CsvFiles {
    private static final Messages MESSAGES = Messages.of(CsvFiles.class);
    private static final int HEAD = 16;

    private CsvFiles() {}

    /**
     * Reads a file: as fast as it can be where it has the strict form of Kaggle, and otherwise again with patience for what
     * other programs write.
     *
     * @param notes
     *            is told what the user should know of how the file was taken
     */
    public static PartContent read(Path path, Progress progress, Consumer<String> notes) throws IOException {
        var file = new SourceFile(path);
        long size = Files.size(path);
        var strict = KaggleCsvReader.read(file, size, new ReadProgress(progress, size));
        var images = strict.isPresent()
                ? strict.get()
                : TolerantCsvReader.read(file, new ReadProgress(progress, size), notes);
        return new PartContent(file, images.side(), images.side(), images.pixels(), images.labels());
    }

    /**
     * The files of a folder that begin as Kaggle's do, by the part that their name tells.
     *
     * @throws DataException
     *             if there are two for one part
     */
    public static Map<Part, Path> in(Path folder) throws IOException {
        var found = new EnumMap<Part, Path>(Part.class);
        for (var path : candidates(folder)) {
            var other = beginsWell(path) ? found.putIfAbsent(PartName.of(path), path) : null;
            if (other != null) {
                throw new SourceFile(folder).fault(
                        MESSAGES,
                        "csv.ambiguous",
                        other.getFileName(),
                        path.getFileName(),
                        PartName.of(path).key());
            }
        }
        return found;
    }

    private static List<Path> candidates(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                // What begins with a dot may still be being written.
                if (!name.startsWith(".") && (name.endsWith(".csv") || name.endsWith(".csv.gz"))
                        && Files.isRegularFile(file)) {
                    found.add(file);
                }
            }
        }
        found.sort(null);
        return found;
    }

    private static boolean beginsWell(Path path) {
        try {
            var head = new String(new SourceFile(path).head(HEAD), StandardCharsets.UTF_8).replaceAll("[\"\ufeff ]",
                    "");
            return head.startsWith("label") || head.startsWith("pixel");
        } catch (IOException e) {
            // Some other file that can't be read is no reason not to open the data.
            return false;
        }
    }
}
