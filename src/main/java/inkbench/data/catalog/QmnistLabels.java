package inkbench.data.catalog;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import inkbench.data.DataException;
import inkbench.data.Writers;
import inkbench.text.Messages;

/**
 * Reads QMNIST's labels: IDX of 32-bit numbers in two dimensions, eight columns for each image, of which the first is the
 * digit and the third the writer. Source: the README of github.com/facebookresearch/qmnist.
 */
record QmnistLabels(byte[] digits, Writers writers) {
    private static final int MAGIC = 0x0C02;
    private static final int COLUMNS = 8;
    private static final int WRITER = 2;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_DIGIT = 9;
    private static final Messages MESSAGES = Messages.of(QmnistLabels.class);

    /** Reads a gzipped file. */
    static QmnistLabels read(Path file) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
            var header = new int[]{in.readInt(), in.readInt(), in.readInt()};
            if (header[0] != MAGIC || header[1] < 1 || header[1] > MOST_ROWS || header[2] != COLUMNS) {
                throw new DataException(
                        MESSAGES.get("qmnist.header", file, HexFormat.of().toHexDigits(header[0]), header[1],
                                header[2]));
            }
            var labels = new byte[header[1]];
            var writers = new Writers.Builder(labels.length);
            var row = new byte[COLUMNS * Integer.BYTES];
            for (int i = 0; i < labels.length; i++) {
                in.readFully(row);
                int label = (row[0] | row[1] | row[2]) == 0 ? Byte.toUnsignedInt(row[3]) : Integer.MAX_VALUE;
                if (label > MOST_DIGIT) {
                    throw new DataException(MESSAGES.get("qmnist.label", file, i + 1));
                }
                labels[i] = (byte) label;
                writers.add(Integer.toString(ByteBuffer.wrap(row).getInt(WRITER * Integer.BYTES)));
            }
            if (in.read() >= 0) {
                throw new DataException(MESSAGES.get("qmnist.damaged", file));
            }
            return new QmnistLabels(labels, writers.build());
        } catch (EOFException | ZipException damaged) {
            throw new DataException(MESSAGES.get("qmnist.damaged", file), damaged);
        }
    }
}
