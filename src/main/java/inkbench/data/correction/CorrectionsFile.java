package inkbench.data.correction;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.text.Messages;

/**
 * What a file of corrections holds: CSV of the columns {@code part,index,was,action,now} under comments that say what it is
 * and which set it is for. Nothing in it is passed over: what isn't understood makes the file refused, and other comments are
 * kept.
 *
 * @param corrections
 *            at least none
 * @param comments
 *            further lines of comment, without the {@code #}
 */
public record CorrectionsFile(Corrections corrections, List<String> comments) {
    /** Nothing was corrected yet. */
    public static final CorrectionsFile EMPTY = new CorrectionsFile(Corrections.NONE, List.of());

    private static final Messages MESSAGES = Messages.of(CorrectionsFile.class);
    private static final String TITLE = " Inkbench label corrections, version 1";
    private static final String SET = " set ";
    private static final List<String> COLUMNS = List.of("part", "index", "was", "action", "now");
    private static final String RELABEL = "relabel";
    private static final String CONFIRM = "confirm";
    private static final String EXCLUDE = "exclude";
    private static final Map<String, Correction> ALONE = Map
            .of(CONFIRM, new Correction.Confirm(), EXCLUDE, new Correction.Exclude());
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int LONGEST_SHOWN = 40;
    /** Longer than the name of a class, of which a file or folder has at most 255 bytes. */
    private static final int LONGEST_ROW = 1024;
    private static final int LONGEST_COMMENTS = 1 << 20;

    public CorrectionsFile {
        comments = List.copyOf(comments);
    }

    /** The same file with other corrections. */
    public CorrectionsFile with(Corrections changed) {
        return new CorrectionsFile(changed, comments);
    }

    /** More bytes than a file for this set can have. */
    public static long tooLong(PartedDataset original) {
        return LONGEST_COMMENTS + (long) LONGEST_ROW * original.size();
    }

    /**
     * Reads the corrections of a set.
     *
     * @param bytes
     *            what the file holds
     * @param file
     *            what messages call it
     * @param original
     *            the set as it was opened
     * @param sha256
     *            its hash
     * @throws DataException
     *             if the file is for another set or isn't understood as a whole; the message is for the user
     */
    public static CorrectionsFile read(byte[] bytes, String file, PartedDataset original, String sha256)
            throws IOException {
        return new Reading(file, original, sha256).read(bytes);
    }

    /** The file as bytes: UTF-8, lines end with LF, rows in the order of the images. */
    public byte[] toBytes(PartedDataset original, String sha256) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeComment(TITLE);
            csv.writeComment(SET + sha256);
            comments.forEach(csv::writeComment);
            csv.writeRecord(COLUMNS);
            corrections.byImage().forEach((image, correction) -> csv.writeRecord(row(image, correction, original)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(ImageKey image, Correction correction, PartedDataset original) {
        var images = original.parts().get(image.part());
        var was = images.labelled() ? images.classNames().get(images.label(image.index())) : "";
        var start = List.of(image.part().key(), Integer.toString(image.index()), was);
        var row = new ArrayList<>(start);
        switch (correction) {
            case Correction.Relabel relabel -> row.addAll(List.of(RELABEL, images.classNames().get(relabel.label())));
            case Correction.Confirm confirm -> row.addAll(List.of(CONFIRM, ""));
            case Correction.Exclude exclude -> row.addAll(List.of(EXCLUDE, ""));
        }
        return row;
    }

    /** One file on its way into memory. */
    private static final class Reading {
        private final String file;
        private final PartedDataset original;
        private final String sha256;
        private final List<String> comments = new ArrayList<>();
        private final Map<ImageKey, Correction> corrections = new TreeMap<>();
        private String title;
        private String set;
        private boolean headed;

        Reading(String file, PartedDataset original, String sha256) {
            this.file = file;
            this.original = original;
            this.sha256 = sha256;
        }

        CorrectionsFile read(byte[] bytes) throws IOException {
            var text = decode(bytes);
            try (var records = CsvReader.builder()
                    .commentStrategy(CommentStrategy.READ)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
                for (var line : records) {
                    take(line);
                }
            } catch (CsvParseException e) {
                throw fault("unreadable");
            }
            if (!headed) {
                throw fault("header.none", String.join(",", COLUMNS));
            }
            return new CorrectionsFile(new Corrections(new TreeMap<>(corrections)), comments);
        }

        private String decode(byte[] bytes) throws DataException {
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                throw fault("encoding");
            }
        }

        private void take(CsvRecord line) throws DataException {
            if (title == null) {
                takeTitle(line);
            } else if (line.isComment()) {
                takeComment(line.getField(0));
            } else if (!headed) {
                takeHeader(line);
            } else {
                takeRow(line);
            }
        }

        private void takeTitle(CsvRecord line) throws DataException {
            if (!line.isComment() || !line.getField(0).stripTrailing().equals(TITLE)) {
                throw fault("title", "#" + TITLE, shorten(String.join(",", line.getFields())));
            }
            title = TITLE;
        }

        private void takeComment(String comment) throws DataException {
            if (!comment.startsWith(SET) || set != null) {
                comments.add(comment);
                return;
            }
            set = comment.substring(SET.length()).strip();
            if (!set.equals(sha256)) {
                throw fault("otherSet", original.name(), sha256, shorten(set));
            }
        }

        private void takeHeader(CsvRecord line) throws DataException {
            if (set == null) {
                throw fault("set.none", "#" + SET + sha256);
            }
            if (!line.getFields().equals(COLUMNS)) {
                throw fault("header", line.getStartingLineNumber(), String.join(",", COLUMNS),
                        shorten(String.join(",", line.getFields())));
            }
            headed = true;
        }

        private void takeRow(CsvRecord line) throws DataException {
            long number = line.getStartingLineNumber();
            if (line.getFieldCount() != COLUMNS.size()) {
                throw fault("columns", number, COLUMNS.size(), line.getFieldCount());
            }
            var image = image(number, line.getField(0), line.getField(1));
            var images = original.parts().get(image.part());
            checkGiven(number, image, line.getField(2), images);
            var correction = correction(number, line.getField(3), line.getField(4), images);
            if (corrections.putIfAbsent(image, correction) != null) {
                throw fault("twice", number, image.part().key(), image.index());
            }
        }

        private ImageKey image(long line, String partKey, String index) throws DataException {
            var part = original.parts().keySet().stream().filter(known -> known.key().equals(partKey)).findFirst();
            if (part.isEmpty()) {
                var known = String.join(", ", original.parts().keySet().stream().map(Part::key).toList());
                throw fault("part", line, known, shorten(partKey));
            }
            int size = original.parts().get(part.get()).size();
            int number = number(index);
            if (number < 0 || number >= size) {
                throw fault("index", line, size - 1, partKey, shorten(index));
            }
            return new ImageKey(part.get(), number);
        }

        private static int number(String text) {
            return text.matches("\\d{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE
                    ? Integer.parseInt(text)
                    : -1;
        }

        private void checkGiven(long line, ImageKey image, String was, Dataset images) throws DataException {
            var given = images.labelled() ? images.classNames().get(images.label(image.index())) : "";
            if (!was.equals(given)) {
                throw fault("was", line, image.part().key(), image.index(), given, shorten(was));
            }
        }

        private Correction correction(long line, String action, String now, Dataset images) throws DataException {
            if (ALONE.containsKey(action)) {
                if (!now.isEmpty()) {
                    throw fault("alone", line, action, shorten(now));
                }
                return ALONE.get(action);
            }
            if (!action.equals(RELABEL)) {
                throw fault("action", line, shorten(action));
            }
            var label = label(now, images);
            if (label.isEmpty()) {
                throw fault("class", line, shorten(String.join(", ", images.classNames())), shorten(now));
            }
            return new Correction.Relabel(label.getAsInt());
        }

        private static OptionalInt label(String name, Dataset images) {
            int label = images.labelled() ? images.classNames().indexOf(name) : -1;
            return label < 0 ? OptionalInt.empty() : OptionalInt.of(label);
        }

        private DataException fault(String key, Object... details) {
            var parameters = new Object[details.length + 1];
            parameters[0] = file;
            System.arraycopy(details, 0, parameters, 1, details.length);
            return new DataException(MESSAGES.get(key, parameters));
        }

        private static String shorten(String text) {
            var line = text.lines().findFirst().orElse("");
            return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
        }
    }
}
