package inkbench.app.strokes;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import inkbench.data.DataException;
import inkbench.text.Messages;

/**
 * Reads digits as pen strokes, one JSON object per line:
 * {@code {"id": …, "label": 7, "strokes": [[[x, y, ms], …], …]}}, x to the right and y down in any unit, milliseconds
 * optional. Other fields are skipped, as are blank lines.
 */
public final class StrokeFile {
    static final int LONGEST_LINE = 8 << 20;
    static final long LARGEST_FILE = 256L << 20;

    private StrokeFile() {}

    /** Takes what a line says. */
    @FunctionalInterface
    public interface Receiver<T> {
        /**
         * Takes one drawing.
         *
         * @param bytes
         *            so much of the file has been read
         */
        void take(T sample, long bytes) throws IOException;
    }

    /** What a line says. */
    @FunctionalInterface
    private interface Parser<T> {
        T parse(StrokeLine line, byte[] text) throws IOException;
    }

    /**
     * Reads all drawings of a file.
     *
     * @return at least one
     * @throws DataException
     *             if the file isn't there, holds no drawing, or a line isn't one; the message is for the user
     * @throws IOException
     *             if the disk fails
     */
    public static List<StrokeSample> read(Path file) throws IOException {
        var samples = new ArrayList<StrokeSample>();
        readEach(file, (sample, bytes) -> samples.add(sample));
        return List.copyOf(samples);
    }

    /** Reads the drawings of a file one by one, so that a long one needs no more memory; otherwise as {@link #read(Path)}. */
    public static void readEach(Path file, Receiver<StrokeSample> receiver) throws IOException {
        readEach(file, StrokeLine::parse, receiver);
    }

    /**
     * Reads the numbers of a file one by one; otherwise as {@link #read(Path)}. The label of a number is a whole number or a
     * text of figures.
     */
    public static void readNumbers(Path file, Receiver<NumberSample> receiver) throws IOException {
        readEach(file, StrokeLine::parseNumber, receiver);
    }

    private static <T> void readEach(Path file, Parser<T> parser, Receiver<T> receiver) throws IOException {
        if (!Files.isRegularFile(file)) {
            var key = Files.exists(file) ? "notAFile" : "missing";
            throw new DataException(Messages.of(StrokeFile.class).get(key, file));
        }
        try (var input = Files.newInputStream(file)) {
            readEach(input, file.toString(), LONGEST_LINE, LARGEST_FILE, parser, receiver);
        }
    }

    /**
     * Reads all drawings of a stream.
     *
     * @param source
     *            what messages call it
     * @return as {@link #read(Path)}
     */
    public static List<StrokeSample> read(InputStream input, String source) throws IOException {
        return read(input, source, LONGEST_LINE, LARGEST_FILE);
    }

    static List<StrokeSample> read(InputStream input, String source, int longestLine, long largestFile)
            throws IOException {
        var samples = new ArrayList<StrokeSample>();
        readEach(
                input,
                source,
                longestLine,
                largestFile,
                StrokeLine::parse,
                (sample, bytes) -> samples.add(sample));
        return List.copyOf(samples);
    }

    private static <T> void readEach(
            InputStream input,
            String source,
            int longestLine,
            long largestFile,
            Parser<T> parser,
            Receiver<T> receiver) throws IOException {
        var messages = Messages.of(StrokeFile.class);
        boolean empty = true;
        var bytes = new BufferedInputStream(input);
        var line = new ByteArrayOutputStream();
        int number = 0;
        long total = 0;
        int next = bytes.read();
        while (next >= 0) {
            number++;
            line.reset();
            for (; next >= 0 && next != '\n'; next = bytes.read()) {
                line.write(next);
                total++;
                if (line.size() > longestLine) {
                    throw new DataException(messages.get("longLine", source, number, longestLine));
                }
                if (total > largestFile) {
                    throw new DataException(messages.get("largeFile", source, largestFile >> 20));
                }
            }
            var text = line.toByteArray();
            if (!isBlank(text)) {
                receiver.take(parser.parse(new StrokeLine(source, number), text), total);
                empty = false;
            }
            if (next == '\n') {
                next = bytes.read();
            }
        }
        if (empty) {
            throw new DataException(messages.get("empty", source));
        }
    }

    private static boolean isBlank(byte[] text) {
        for (byte character : text) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
