package inkbench.data.format.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import inkbench.data.DataException;
import inkbench.data.Writers;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/**
 * Reads who wrote each image: a line for each, in the order of the images. Either tab-separated as QMNIST's labels, whose third
 * of eight columns is the writer, or separated by commas or tabs under a header that has a column {@code writer}. May be gzipped.
 */
public final class WritersFile {
    private static final Messages MESSAGES = Messages.of(WritersFile.class);
    private static final int COLUMNS_OF_QMNIST = 8;
    private static final int WRITER_OF_QMNIST = 2;
    private static final int LONGEST_LINE = 4096;
    private static final String COLUMN = "writer";

    private final SourceFile file;
    private final BufferedReader lines;
    private int number;

    private WritersFile(SourceFile file, BufferedReader lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * What is in a file.
     *
     * @param lines
     *            of how many images it names the writers
     * @param writers
     *            those of the first images, at most as many as were asked for
     */
    public record Content(int lines, Writers writers) {}

    /**
     * Reads a file.
     *
     * @param images
     *            so many writers are kept; lines beyond are read and counted
     * @throws DataException
     *             if it is no such file; the message is for the user
     */
    public static Content read(Path path, int images) throws IOException {
        var file = new SourceFile(path);
        return file.read(ReadProgress.NONE, in -> {
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new WritersFile(file, reader).read(images);
        });
    }

    private Content read(int images) throws IOException {
        var first = next();
        if (first == null) {
            throw file.fault(MESSAGES, "writers.empty");
        }
        var header = first.split("[\t,]", -1);
        int column = Arrays.asList(header).indexOf(COLUMN);
        var line = first;
        int columns = header.length;
        if (column >= 0) {
            line = next();
        } else if (columns == COLUMNS_OF_QMNIST) {
            column = WRITER_OF_QMNIST;
        } else {
            throw file.fault(MESSAGES, "writers.unknown", columns, COLUMNS_OF_QMNIST);
        }
        var writers = new Writers.Builder(images);
        int count = 0;
        for (; line != null; line = next(), count++) {
            var fields = line.split("[\t,]", -1);
            if (fields.length != columns) {
                throw file.fault(MESSAGES, "csv.columns", number, fields.length, columns);
            }
            if (count < images) {
                writers.add(fields[column].strip());
            }
        }
        return new Content(count, writers.build());
    }

    /** The next line, or null at the end. */
    private String next() throws IOException {
        var line = new StringBuilder();
        int character = lines.read();
        if (character < 0) {
            return null;
        }
        number++;
        for (; character >= 0 && character != '\n'; character = lines.read()) {
            line.append((char) character);
            if (line.length() > LONGEST_LINE) {
                throw file.fault(MESSAGES, "writers.long", number, LONGEST_LINE);
            }
        }
        return line.toString().replace("\r", "");
    }
}
