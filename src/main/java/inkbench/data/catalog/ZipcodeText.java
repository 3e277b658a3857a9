package inkbench.data.catalog;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.ByteArrayOutputStream;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * Reads USPS as the Elements of Statistical Learning have it: a line for each image, the digit and 256 grey values from −1
 * (background) to 1 (ink), row by row.
 */
final class ZipcodeText {
    private static final int SIDE = 16;
    private static final int PIXELS = SIDE * SIDE;
    private static final int LONGEST_LINE = 1 << 14;
    private static final int MOST_IMAGES = 1_000_000;
    private static final int FULL_INK = 255;
    private static final Messages MESSAGES = Messages.of(ZipcodeText.class);

    private ZipcodeText() {}

    /** The images of a gzipped file. */
    static Dataset read(Path file, CatalogEntry entry, Progress progress) throws IOException {
        var pixels = new ByteArrayOutputStream();
        var labels = new ByteArrayOutputStream();
        try (var in = new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.US_ASCII))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                progress.throwIfCancelled();
                int number = labels.size() + 1;
                if (number > MOST_IMAGES || line.length() > LONGEST_LINE) {
                    throw new DataException(MESSAGES.get("zipcode.large", file, number));
                }
                readLine(line, file, number, labels, pixels);
            }
        } catch (EOFException | ZipException damaged) {
            throw new DataException(MESSAGES.get("zipcode.damaged", file), damaged);
        }
        return Dataset.of(
                entry.title(),
                SIDE,
                SIDE,
                entry.classNames(),
                pixels.toByteArray(),
                labels.toByteArray(),
                entry.title());
    }

    private static void readLine(
            String line,
            Path file,
            int number,
            ByteArrayOutputStream labels,
            ByteArrayOutputStream pixels) throws DataException {
        var words = new StringTokenizer(line);
        if (words.countTokens() != PIXELS + 1) {
            throw new DataException(MESSAGES.get("zipcode.columns", file, number, words.countTokens(), PIXELS + 1));
        }
        labels.write((int) value(words.nextToken(), 0, 9, file, number));
        for (int i = 0; i < PIXELS; i++) {
            double grey = value(words.nextToken(), -1, 1, file, number);
            pixels.write((int) Math.round((grey + 1) / 2 * FULL_INK));
        }
    }

    private static double value(String word, double least, double most, Path file, int line) throws DataException {
        try {
            double value = Double.parseDouble(word);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        var shown = word.length() <= 20 ? word : word.substring(0, 20) + "…";
        throw new DataException(MESSAGES.get("zipcode.value", file, line, shown, least, most));
    }
}
