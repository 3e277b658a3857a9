package inkbench.evaluation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import inkbench.data.DataException;
import inkbench.text.Messages;

/**
 * Reads a confusion matrix as R and spreadsheets keep it: <b>rows are the prediction, columns the reference</b> (the truth), as
 * caret prints them, which is the other way round than in a {@link ConfusionMatrix}. Between the counts are commas, semicolons or
 * tabs. Names of the classes may stand above the columns, before the rows, or both; without any, the classes are 0, 1, 2 ….
 *
 * <p>Names that are numbers can't be told from counts by themselves. They are taken for names where both a row and a column
 * of them surround the counts, where they stand in quotes, or where they are 0, 1, 2 ….
 */
public final class ConfusionMatrixFile {
    private static final Messages MESSAGES = Messages.of(ConfusionMatrixFile.class);
    /** More than any set of characters has that is told apart here, and 8 MB of counts. */
    private static final int MOST_CLASSES = 1000;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(ConfusionMatrix.LARGEST_TOTAL);
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_SHOWN = 30;
    private static final char QUOTE = '"';

    private final Path path;
    private final List<CsvRecord> rows;
    private final boolean quoted;
    private boolean header;
    private boolean rowNames;

    private ConfusionMatrixFile(Path path, List<CsvRecord> rows, boolean quoted) {
        this.path = path;
        this.rows = rows;
        this.quoted = quoted;
    }

    /**
     * Reads a file that statistics can be made of: at least two classes and one image.
     *
     * @throws DataException
     *             if it holds no such matrix; the message is for the user
     */
    public static ConfusionMatrix read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new DataException(MESSAGES.get("matrix.folder", path));
        }
        var start = start(path);
        var rows = new ArrayList<CsvRecord>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(start))
                .trimWhitespacesAroundQuotes(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(path, StandardCharsets.UTF_8)) {
            for (var row : csv) {
                rows.add(row);
                if (rows.size() > MOST_CLASSES + 1 || row.getFieldCount() > MOST_CLASSES + 1) {
                    throw new DataException(MESSAGES.get("matrix.large", path, MOST_CLASSES));
                }
            }
        } catch (CsvParseException e) {
            throw new DataException(MESSAGES.get("matrix.unreadable", path, rows.size() + 1), e);
        }
        if (rows.isEmpty()) {
            throw new DataException(MESSAGES.get("matrix.empty", path));
        }
        return new ConfusionMatrixFile(path, rows, start.indexOf(QUOTE) >= 0).read();
    }

    /** The first line, or its beginning. */
    private static String start(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var text = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        }
    }

    private static char separator(String line) {
        return line.indexOf(',') >= 0 ? ',' : line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private ConfusionMatrix read() throws DataException {
        findNames();
        var names = names();
        int classes = names.size();
        var counts = new long[classes][classes];
        long left = ConfusionMatrix.LARGEST_TOTAL;
        for (int prediction = 0; prediction < classes; prediction++) {
            for (int truth = 0; truth < classes; truth++) {
                long count = count(prediction, truth);
                if (count > left) {
                    throw new DataException(MESSAGES.get("matrix.total", path, ConfusionMatrix.LARGEST_TOTAL));
                }
                left -= count;
                counts[truth][prediction] = count;
            }
        }
        if (classes == 1) {
            throw new DataException(MESSAGES.get("matrix.oneClass", path));
        }
        if (left == ConfusionMatrix.LARGEST_TOTAL) {
            throw new DataException(MESSAGES.get("matrix.zero", path));
        }
        return new ConfusionMatrix(names, counts);
    }

    /** Finds out from the shape which of the rows and columns are names, and refuses what is not square without them. */
    private void findNames() throws DataException {
        int height = rows.size();
        int width = rows.getLast().getFieldCount();
        int first = rows.getFirst().getFieldCount();
        if (first == width - 1 && height == width) {
            // R's write.table leaves out the corner.
            header = areNames(rows.getFirst().getFields());
            rowNames = header;
        } else if (first == width && height == width) {
            rowNames = surroundedByNames();
            header = rowNames
                    || height > 1 && rows.getFirst().getFields().stream().allMatch(text -> number(text).isEmpty());
        } else if (first == width && height == width + 1) {
            header = areNames(rows.getFirst().getFields());
        } else if (first == width && width == height + 1) {
            rowNames = areNames(rows.stream().map(row -> row.getField(0)).toList());
        }
        int above = header ? 1 : 0;
        for (var row : rows.subList(above, height)) {
            if (row.getFieldCount() != width) {
                throw new DataException(
                        MESSAGES.get(
                                "matrix.ragged",
                                path,
                                row.getStartingLineNumber(),
                                row.getFieldCount(),
                                rows.getLast().getStartingLineNumber(),
                                width));
            }
        }
        int before = rowNames ? 1 : 0;
        if (height - above != width - before) {
            throw new DataException(MESSAGES.get("matrix.notSquare", path, height - above, width - before));
        }
    }

    private boolean surroundedByNames() {
        var above = fields(rows.getFirst(), rows.size() - 1);
        var before = rows.stream().skip(1).map(row -> row.getField(0).strip()).toList();
        return rows.size() > 1
                && number(rows.getFirst().getField(0)).isEmpty()
                && (areNames(above) && areNames(before) || above.equals(before));
    }

    private boolean areNames(List<String> texts) {
        return quoted
                || texts.stream().anyMatch(text -> number(text).isEmpty())
                || IntStream.range(0, texts.size()).allMatch(i -> texts.get(i).strip().equals(Integer.toString(i)));
    }

    private List<String> names() throws DataException {
        var above = header ? fields(rows.getFirst(), rows.size() - 1) : List.<String>of();
        var before = rowNames
                ? rows.stream().skip(header ? 1 : 0).map(row -> row.getField(0).strip()).toList()
                : List.<String>of();
        if (header && rowNames) {
            for (int i = 0; i < above.size(); i++) {
                if (!above.get(i).equals(before.get(i))) {
                    throw new DataException(
                            MESSAGES.get("matrix.order", path, i + 1, shown(above.get(i)), shown(before.get(i))));
                }
            }
        }
        var names = header ? above : before;
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new DataException(MESSAGES.get("matrix.nameless", path, i + 1));
            }
            if (!seen.add(names.get(i))) {
                throw new DataException(MESSAGES.get("matrix.doubled", path, shown(names.get(i))));
            }
        }
        return names.isEmpty() ? IntStream.range(0, rows.size()).mapToObj(Integer::toString).toList() : names;
    }

    /** The last fields of a row, without spaces around them. */
    private static List<String> fields(CsvRecord row, int count) {
        var fields = row.getFields();
        return fields.subList(fields.size() - count, fields.size()).stream().map(String::strip).toList();
    }

    private long count(int prediction, int truth) throws DataException {
        var row = rows.get(prediction + (header ? 1 : 0));
        int column = truth + (rowNames ? 1 : 0);
        var text = row.getField(column).strip();
        var number = number(text);
        var fault = fault(text, number);
        if (fault.isPresent()) {
            throw new DataException(
                    MESSAGES.get(fault.get(), path, row.getStartingLineNumber(), column + 1, shown(text)));
        }
        if (number.orElseThrow().compareTo(LARGEST) > 0) {
            throw new DataException(MESSAGES.get("matrix.total", path, ConfusionMatrix.LARGEST_TOTAL));
        }
        return number.orElseThrow().longValueExact();
    }

    /** The key of the sentence that says why it is no count. */
    private static Optional<String> fault(String text, Optional<BigDecimal> number) {
        if (text.isEmpty()) {
            return Optional.of("matrix.blank");
        }
        if (number.isEmpty()) {
            return Optional.of("matrix.word");
        }
        if (number.get().signum() < 0) {
            return Optional.of("matrix.negative");
        }
        return number.get().stripTrailingZeros().scale() > 0 ? Optional.of("matrix.fraction") : Optional.empty();
    }

    /** A number in any notation, as R writes round ones as 1e+05. */
    private static Optional<BigDecimal> number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A text as messages show it: on one line, and not too much of it. */
    private static String shown(String text) {
        var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }
}
