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
        if (!Files.isRegularFile(file)) {
            var key = Files.exists(file) ? "notAFile" : "missing";
            throw new DataException(Messages.of(StrokeFile.class).get(key, file));
        }
        try (var input = Files.newInputStream(file)) {
            return read(input, file.toString());
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
        var messages = Messages.of(StrokeFile.class);
        var samples = new ArrayList<StrokeSample>();
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
                samples.add(new StrokeLine(source, number).parse(text));
            }
            if (next == '\n') {
                next = bytes.read();
            }
        }
        if (samples.isEmpty()) {
            throw new DataException(messages.get("empty", source));
        }
        return List.copyOf(samples);
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
