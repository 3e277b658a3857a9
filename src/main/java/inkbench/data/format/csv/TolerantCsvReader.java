package inkbench.data.format.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import inkbench.data.DataException;
import inkbench.data.format.source.Limits;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/**
 * Reads CSV that has pixels, but not the strict form of Kaggle: quotes, spaces, semicolons or tabs, other names of columns or
 * none, labels up to 61. Where the meaning isn't certain it says what is wrong, where, and what was expected.
 */
final class TolerantCsvReader {
    private static final Messages MESSAGES = Messages.of(TolerantCsvReader.class);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int BUFFER = 1 << 16;
    private static final int MOST_COLUMNS = Limits.LARGEST_SIDE * Limits.LARGEST_SIDE + 1;
    /** Longer than any row of numbers; for the rest it is the library that keeps count. */
    private static final int LONGEST_FIELD = 1 << 20;
    private static final int LONGEST_SHOWN = 20;
    private static final int FIRST_CAPACITY = 1024;
    private static final int LARGEST_PIXEL = 255;

    private final SourceFile file;
    private final Consumer<String> notes;
    private final Fields fields = new Fields();
    private CsvHeader header;
    private List<String> names;
    private int count;
    private byte[] pixels = {};
    private byte[] labels = {};

    private TolerantCsvReader(SourceFile file, Consumer<String> notes) {
        this.file = file;
        this.notes = notes;
    }

    static KaggleCsvReader.Images read(SourceFile file, ReadProgress progress, Consumer<String> notes)
            throws IOException {
        return file.read(progress, in -> new TolerantCsvReader(file, notes).read(new BufferedInputStream(in, BUFFER)));
    }

    private KaggleCsvReader.Images read(InputStream in) throws IOException {
        skipByteOrderMark(in);
        var rows = CsvReader.builder()
                .fieldSeparator(separator(in))
                .trimWhitespacesAroundQuotes(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD)
                .build(fields, new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            for (var ignored : rows) {
                if (header == null) {
                    readHeader();
                } else {
                    readRow();
                }
            }
        } catch (CsvParseException e) {
            throw file.fault(MESSAGES, "csv.unreadable", fields.line, LONGEST_FIELD);
        }
        if (header == null) {
            throw file.empty();
        }
        if (count == 0) {
            throw file.fault(MESSAGES, "csv.rows.none");
        }
        return new KaggleCsvReader.Images(
                CsvHeader.side(header.pixels()),
                Arrays.copyOf(pixels, count * header.pixels()),
                header.labelColumn() < 0 ? new byte[0] : Arrays.copyOf(labels, count));
    }

    private static void skipByteOrderMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
    }

    /** The first of the usual separators; names and numbers have none of them. */
    private static char separator(InputStream in) throws IOException {
        in.mark(BUFFER / 2);
        try {
            for (int i = 0; i < BUFFER / 2; i++) {
                int next = in.read();
                if (next == ',' || next == ';' || next == '\t') {
                    return (char) next;
                }
                if (next < 0) {
                    break;
                }
            }
            return ',';
        } finally {
            in.reset();
        }
    }

    private void readHeader() throws DataException {
        if (fields.found > MOST_COLUMNS) {
            throw file.fault(MESSAGES, "csv.header.wide", fields.found, MOST_COLUMNS, Limits.LARGEST_SIDE);
        }
        names = List.copyOf(fields.texts);
        var found = CsvHeader.of(names);
        if (found.isEmpty()) {
            var misfit = CsvHeader.misfit(names);
            var key = misfit.column() == 0 ? "csv.header.first" : "csv.header.name";
            throw file.fault(MESSAGES, key, misfit.column() + 1, shown(names.get(misfit.column())), misfit.expected());
        }
        header = found.get();
        int side = CsvHeader.side(header.pixels());
        if (header.pixels() == 0 || side * side != header.pixels()) {
            throw file.fault(MESSAGES, "csv.header.square", header.pixels());
        }
        fields.numbers = new int[header.columns()];
        if (!header.named()) {
            notes.accept(MESSAGES.get(header.labelColumn() < 0 ? "csv.note.unlabelled" : "csv.note.labelled", file));
            for (int i = 0; i < names.size(); i++) {
                fields.numbers[i] = Integer.parseInt(names.get(i));
            }
            readRow();
        }
    }

    private void readRow() throws DataException {
        if (fields.found != header.columns()) {
            throw file.fault(MESSAGES, "csv.columns", fields.line, fields.found, header.columns());
        }
        reserve();
        int at = count * header.pixels();
        for (int i = 0; i < fields.numbers.length; i++) {
            int number = fields.numbers[i];
            boolean label = i == header.labelColumn();
            int largest = label ? Limits.MOST_CLASSES - 1 : LARGEST_PIXEL;
            if (number < 0 || number > largest) {
                throw valueFault(i, number < 0 ? fields.badText : Integer.toString(number), largest);
            }
            if (label) {
                labels[count] = (byte) number;
            } else {
                pixels[at++] = (byte) number;
            }
        }
        count++;
    }

    private DataException valueFault(int column, String found, int largest) {
        var name = header.named() ? names.get(column) : Integer.toString(column + 1);
        return file.fault(MESSAGES, "csv.value", fields.line, column + 1, shown(name), shown(found), largest);
    }

    /** Makes room for another image. */
    private void reserve() throws DataException {
        if (count < labels.length) {
            return;
        }
        int most = (Integer.MAX_VALUE - Long.BYTES) / header.pixels();
        int capacity = (int) Math.min(most, Math.max(FIRST_CAPACITY, 2L * count));
        if (capacity == count) {
            throw file.fault(MESSAGES, "csv.large", most);
        }
        pixels = Arrays.copyOf(pixels, capacity * header.pixels());
        labels = Arrays.copyOf(labels, capacity);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** The fields of one line: texts of the first, then numbers, for which no texts are made. */
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Boolean> {
        /** Stands for what is no whole number of at most three digits. */
        private static final int BAD = -1;
        private static final int MOST_DIGITS = 3;

        private final List<String> texts = new ArrayList<>();
        /** Null while the first line is read. */
        private int[] numbers;
        private String badText;
        private long line;
        private int found;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            badText = null;
            found = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            found++;
            int start = offset;
            int end = offset + length;
            while (start < end && buffer[start] == ' ') {
                start++;
            }
            while (end > start && buffer[end - 1] == ' ') {
                end--;
            }
            if (numbers == null && index < MOST_COLUMNS) {
                texts.add(new String(buffer, start, end - start));
            } else if (numbers != null && index < numbers.length) {
                numbers[index] = number(buffer, start, end);
                if (numbers[index] == BAD && badText == null) {
                    badText = new String(buffer, start, end - start);
                }
            }
        }

        private static int number(char[] buffer, int start, int end) {
            if (start == end || end - start > MOST_DIGITS) {
                return BAD;
            }
            int number = 0;
            for (int i = start; i < end; i++) {
                int digit = buffer[i] - '0';
                if (digit < 0 || digit > 9) {
                    return BAD;
                }
                number = 10 * number + digit;
            }
            return number;
        }

        @Override
        protected Boolean buildRecord() {
            return Boolean.TRUE;
        }
    }
}
