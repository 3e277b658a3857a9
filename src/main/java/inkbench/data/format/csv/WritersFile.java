package inkbench.data.format.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;

import inkbench.data.DataException;
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
     * Reads a file.
     *
     * @param images
     *            how many lines there must be
     * @return a number for each image, the same for the same writer
     * @throws DataException
     *             if it is no such file; the message is for the user
     */
    public static int[] read(Path path, int images) throws IOException {
        var file = new SourceFile(path);
        return file.read(ReadProgress.NONE, in -> {
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new WritersFile(file, reader).read(images);
        });
    }

    private int[] read(int images) throws IOException {
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
        var writers = new int[images];
        var numbers = new HashMap<String, Integer>();
        int count = 0;
        for (; line != null; line = next(), count++) {
            var fields = line.split("[\t,]", -1);
            if (fields.length != columns) {
                throw file.fault(MESSAGES, "csv.columns", number, fields.length, columns);
            }
            if (count < images) {
                writers[count] = numbers.computeIfAbsent(fields[column].strip(), _ -> numbers.size());
            }
        }
        if (count != images) {
            throw file.fault(MESSAGES, "writers.count", count, images);
        }
        return writers;
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
