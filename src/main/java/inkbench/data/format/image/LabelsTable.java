package inkbench.data.format.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.CsvRecord;
import inkbench.data.DataException;
import inkbench.data.format.image.PictureList.Picture;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/** A CSV with the columns {@code file} and {@code label} beside the pictures that it names. */
final class LabelsTable {
    private static final Messages MESSAGES = Messages.of(LabelsTable.class);
    private static final Set<String> FILE_NAMES = Set.of("file", "filename", "image", "path");
    private static final Set<String> LABEL_NAMES = Set.of("label", "class");
    private static final String USUAL_NAME = "labels.csv";
    private static final int LONGEST_HEADER = 4096;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final SourceFile file;
    private final Path folder;
    private final Map<String, Path> picturesByName = new HashMap<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final Set<Path> seen = new TreeSet<>();
    private int fileColumn;
    private int labelColumn;

    private LabelsTable(SourceFile file, Path folder, List<Path> pictures) {
        this.file = file;
        this.folder = folder;
        pictures.forEach(picture -> picturesByName.put(picture.getFileName().toString(), picture));
    }

    /** The table among several: {@code labels.csv}, or the only one with the two columns. */
    static Optional<Path> choose(List<Path> tables) throws IOException {
        for (var table : tables) {
            if (table.getFileName().toString().equalsIgnoreCase(USUAL_NAME)) {
                return Optional.of(table);
            }
        }
        var fitting = new ArrayList<Path>();
        for (var table : tables) {
            var head = new String(new SourceFile(table).head(LONGEST_HEADER), StandardCharsets.UTF_8);
            var names = names(head.lines().findFirst().orElse("").split("[,;\t]"));
            if (column(names, FILE_NAMES) >= 0 && column(names, LABEL_NAMES) >= 0) {
                fitting.add(table);
            }
        }
        if (fitting.size() > 1) {
            throw new SourceFile(fitting.getFirst()).fault(MESSAGES, "table.ambiguous", fitting.get(1).getFileName());
        }
        return fitting.stream().findFirst();
    }

    /**
     * Reads a table.
     *
     * @param pictures
     *            the pictures in its folder; those that it doesn't name are left out
     * @param others
     *            other files that are left out
     */
    static PictureList read(Path folder, Path table, List<Path> pictures, int others) throws IOException {
        var file = new SourceFile(table);
        var reading = new LabelsTable(file, folder, pictures);
        var text = file.read(ReadProgress.NONE, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
        reading.read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        var classes = new TreeSet<String>();
        reading.pictures.forEach(picture -> classes.add(picture.label()));
        int unnamed = pictures.size() - (int) pictures.stream().filter(reading.seen::contains).count();
        return new PictureList(folder, List.copyOf(reading.pictures), classes, others + unnamed);
    }

    private void read(String text) throws IOException {
        var header = text.lines().findFirst().orElse("");
        char separator = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            boolean first = true;
            for (var row : rows) {
                if (first) {
                    readHeader(row);
                    first = false;
                } else {
                    readRow(row);
                }
            }
        } catch (CsvParseException e) {
            throw file.fault(MESSAGES, "table.unreadable", e.getMessage());
        }
        if (pictures.isEmpty()) {
            throw file.fault(MESSAGES, "table.empty");
        }
    }

    private void readHeader(CsvRecord row) throws DataException {
        var names = names(row.getFields().toArray(String[]::new));
        fileColumn = column(names, FILE_NAMES);
        labelColumn = column(names, LABEL_NAMES);
        if (fileColumn < 0 || labelColumn < 0) {
            throw file.fault(MESSAGES, "table.header", String.join(",", names));
        }
    }

    private void readRow(CsvRecord row) throws DataException {
        long line = row.getStartingLineNumber();
        int columns = Math.max(fileColumn, labelColumn) + 1;
        if (row.getFieldCount() < columns) {
            throw file.fault(MESSAGES, "table.columns", line, row.getFieldCount(), columns);
        }
        var picture = picture(line, row.getField(fileColumn).strip());
        var label = row.getField(labelColumn).strip();
        if (label.isEmpty()) {
            throw file.fault(MESSAGES, "table.label", line, labelColumn + 1);
        }
        if (!seen.add(picture)) {
            throw file.fault(MESSAGES, "table.twice", line, row.getField(fileColumn).strip());
        }
        pictures.add(new Picture(picture, label));
    }

    /** The picture that a row names, which has to lie in the table's folder or below it. */
    private Path picture(long line, String name) throws DataException {
        var beside = picturesByName.get(name);
        if (beside != null) {
            return beside;
        }
        try {
            var path = folder.resolve(name).normalize();
            if (!path.startsWith(folder.normalize()) || Path.of(name).isAbsolute()) {
                throw file.fault(MESSAGES, "table.outside", line, name);
            }
            if (!name.isEmpty() && Files.isRegularFile(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // No file can have such a name, so there is none.
        }
        throw file.fault(MESSAGES, "table.missing", line, name);
    }

    private static List<String> names(String[] fields) {
        var names = new ArrayList<String>();
        for (var field : fields) {
            names.add(field.replace("\"", "").replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static int column(List<String> names, Set<String> known) {
        for (int i = 0; i < names.size(); i++) {
            if (known.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
