package inkbench.data.format.csv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.data.format.source.Limits;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;

/**
 * Reads the CSV of Kaggle's digit recognizer: a header {@code label,pixel0,pixel1,…} (names quoted or not), then a row of
 * whole numbers per image, the label from 0 to 9 and the pixels of a square from 0 to 255, row by row. Without the label
 * column it is Kaggle's test form.
 *
 * <p>The bytes are parsed where they lie. It only tells files in this form from all others; what is wrong with those, if
 * anything, the {@link TolerantCsvReader} knows.
 */
final class KaggleCsvReader {
    private static final int BUFFER = 1 << 20;
    /** The separator and three digits. */
    private static final int LONGEST_VALUE = 4;
    private static final int FIRST_CAPACITY = 1024;
    private static final String LABEL = "label";
    private static final String PIXEL = "pixel";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final VarHandle LONG = MethodHandles
            .byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FOUR_ZEROS = (long) LONG.get("0,0,0,0,".getBytes(StandardCharsets.US_ASCII), 0);

    private final InputStream in;
    /** Filled up to {@link #limit}, where a line feed ends the last line even if the file doesn't. */
    private final byte[] buffer = new byte[BUFFER + Long.BYTES];
    private int position;
    private int limit;

    private boolean labelled;
    private int imageSize;
    private int count;
    private byte[] pixels;
    private byte[] labels;

    private KaggleCsvReader(InputStream in) {
        this.in = in;
    }

    /**
     * What a CSV holds.
     *
     * @param side
     *            width and height of the images
     * @param labels
     *            empty without a label column
     */
    record Images(int side, byte[] pixels, byte[] labels) {}

    /**
     * Reads a file; nothing where it is not in this form, or has no rows or too many.
     *
     * @param size
     *            its length on the disk in bytes
     */
    static Optional<Images> read(SourceFile file, long size, ReadProgress progress) throws IOException {
        return file.read(progress, in -> new KaggleCsvReader(in).read(size));
    }

    private Optional<Images> read(long size) throws IOException {
        fill();
        if (!readHeader()) {
            return Optional.empty();
        }
        // No row is shorter than a digit and a separator per column: for a file that isn't packed this is enough.
        boolean good = reserve(size / (2L * columns()) + 1);
        while (good && nextLine()) {
            good = (count < labels.length || reserve(Math.max(FIRST_CAPACITY, 2L * count))) && parseRow();
            count++;
        }
        return good && count > 0 ? Optional.of(images()) : Optional.empty();
    }

    private Images images() {
        return new Images(
                CsvHeader.side(imageSize),
                Arrays.copyOf(pixels, count * imageSize),
                labelled ? Arrays.copyOf(labels, count) : new byte[0]);
    }

    private int columns() {
        return imageSize + (labelled ? 1 : 0);
    }

    /** Makes room for so many images, or for as many as an array can hold; false if those are there already. */
    private boolean reserve(long images) {
        int most = (Integer.MAX_VALUE - Long.BYTES) / imageSize;
        int capacity = (int) Math.min(images, most);
        if (capacity == count) {
            return false;
        }
        pixels = pixels == null ? new byte[capacity * imageSize] : Arrays.copyOf(pixels, capacity * imageSize);
        labels = labels == null ? new byte[capacity] : Arrays.copyOf(labels, capacity);
        return true;
    }

    /** Moves what is left to the front of the buffer and reads as much as fits behind it. */
    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int read = in.readNBytes(buffer, limit, BUFFER - limit);
        limit += read;
        buffer[limit] = '\n';
    }

    /** Goes to the next line that isn't empty and sees that all of a good row is in the buffer; false at the end. */
    private boolean nextLine() throws IOException {
        int longestRow = columns() * LONGEST_VALUE + 1;
        while (true) {
            if (limit - position < longestRow) {
                fill();
            }
            if (position >= limit) {
                return false;
            }
            if (buffer[position] != '\n' && buffer[position] != '\r') {
                return true;
            }
            position += buffer[position] == '\r' && buffer[position + 1] == '\n' ? 2 : 1;
        }
    }

    /** Parses the row at {@link #position}; false if it is no good. */
    private boolean parseRow() {
        var bytes = buffer;
        int at = position;
        if (labelled) {
            int label = bytes[at] - '0';
            if (label < 0 || label > 9 || bytes[at + 1] != ',') {
                return false;
            }
            labels[count] = (byte) label;
            at += 2;
        }
        int pixel = count * imageSize;
        int end = pixel + imageSize;
        while (pixel < end) {
            // Most of an image is background: four pixels of it at a time.
            if (end - pixel > 4 && (long) LONG.get(bytes, at) == FOUR_ZEROS) {
                pixel += 4;
                at += Long.BYTES;
                continue;
            }
            int value = bytes[at++] - '0';
            if (value < 0 || value > 9) {
                return false;
            }
            int next = bytes[at++];
            if (next >= '0' && next <= '9') {
                value = 10 * value + next - '0';
                next = bytes[at++];
                if (next >= '0' && next <= '9') {
                    value = 10 * value + next - '0';
                    next = bytes[at++];
                }
            }
            if (value > 255) {
                return false;
            }
            pixels[pixel++] = (byte) value;
            if (next != ',' && pixel < end) {
                return false;
            }
        }
        return endRow(at - 1);
    }

    /** Sees that the row ends where its last value does. */
    private boolean endRow(int at) {
        int next = buffer[at] == '\r' ? at + 1 : at;
        // The line feed behind the last byte of the file is ours, not the file's.
        position = Math.min(next + 1, limit);
        return buffer[next] == '\n';
    }

    /** Reads the column names; false if they are not Kaggle's. */
    private boolean readHeader() {
        var names = Arrays.stream(nextFields()).map(KaggleCsvReader::unquoted).toList();
        labelled = names.getFirst().equals(LABEL);
        imageSize = names.size() - (labelled ? 1 : 0);
        int first = names.size() - imageSize;
        int side = CsvHeader.side(imageSize);
        return imageSize > 0 && side * side == imageSize && side <= Limits.LARGEST_SIDE
                && IntStream.range(0, imageSize).allMatch(i -> names.get(first + i).equals(PIXEL + i));
    }

    /** Cuts the line at {@link #position} into its fields; a line longer than the buffer is cut off. */
    private String[] nextFields() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        var text = new String(buffer, position, end - position, StandardCharsets.UTF_8);
        position = Math.min(end + 1, limit);
        return (text.endsWith("\r") ? text.substring(0, text.length() - 1) : text).split(",", -1);
    }

    private static String unquoted(String name) {
        var text = name.startsWith(BYTE_ORDER_MARK) ? name.substring(1) : name;
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
