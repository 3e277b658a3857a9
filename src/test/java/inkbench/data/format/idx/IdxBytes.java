package inkbench.data.format.idx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files byte by byte, good ones and bad ones, without the code under test. */
public final class IdxBytes {
    private IdxBytes() {}

    /** A header for so many images, followed by whatever pixels there are. */
    public static byte[] images(int count, int height, int width, int... pixels) {
        return idx(0x0803, new int[]{count, height, width}, pixels);
    }

    /** A good file of labels. */
    public static byte[] labels(int... labels) {
        return labelsWithHeader(labels.length, labels);
    }

    /** A header for so many labels, followed by whatever labels there are. */
    public static byte[] labelsWithHeader(int count, int... labels) {
        return idx(0x0801, new int[]{count}, labels);
    }

    /** A header of 4 bytes for the magic number and 4 for each size, then the values as bytes. */
    public static byte[] idx(int magic, int[] sizes, int... values) {
        var bytes = ByteBuffer.allocate(4 + 4 * sizes.length + values.length).putInt(magic);
        for (int size : sizes) {
            bytes.putInt(size);
        }
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    public static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
