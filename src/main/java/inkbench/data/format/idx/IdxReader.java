package inkbench.data.format.idx;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;

import inkbench.data.DataException;
import inkbench.data.format.source.Limits;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/**
 * Reads IDX, the format of MNIST: a magic number (two zero bytes, the type of the values, the number of dimensions), the
 * size of each dimension as a big-endian 32-bit number, then the values. Only unsigned bytes (type 8) in one dimension
 * (labels) or three (images) are data here.
 *
 * <p>Nothing is allocated on the word of a header: memory grows with what the file really gives.
 */
public final class IdxReader {
    private static final Messages MESSAGES = Messages.of(IdxReader.class);

    /** How a file of images begins. */
    public static final byte[] IMAGES_START = {0, 0, 8, 3};
    /** How a file of labels begins. */
    static final byte[] LABELS_START = {0, 0, 8, 1};

    /** Bytes before the first pixel. */
    static final int IMAGES_HEADER = 4 * Integer.BYTES;
    private static final long LARGEST_READ = 256 << 20;

    private IdxReader() {}

    /**
     * The images of one file.
     *
     * @param pixels
     *            {@code count × height × width} unsigned bytes
     */
    public record Images(int count, int height, int width, MemorySegment pixels) {}

    public static Images images(SourceFile file, ReadProgress progress) throws IOException {
        return file.read(progress, in -> {
            var sizes = header(file, in, IMAGES_START, 3, "idx.images.magic");
            int count = sizes.getInt();
            int height = sizes.getInt();
            int width = sizes.getInt();
            if (count < 1 || height < 1 || width < 1) {
                throw file.fault(MESSAGES, "idx.images.none", Integer.toUnsignedLong(count), width, height);
            }
            if (Math.max(height, width) > Limits.LARGEST_SIDE) {
                throw file.fault(MESSAGES, "idx.images.side", width, height, Limits.LARGEST_SIDE);
            }
            return new Images(count, height, width, pixels(file, in, count, height, width));
        });
    }

    /** Large files are mapped where they lie: they may be larger than the memory. Others could change while they are used. */
    private static MemorySegment pixels(SourceFile file, InputStream in, int count, int height, int width)
            throws IOException {
        long length = (long) count * height * width;
        if (length > LARGEST_READ) {
            var mapped = file.map(IMAGES_HEADER);
            if (mapped.isPresent()) {
                requireLength(file, count, height, width, length, mapped.get().byteSize());
                return mapped.get();
            }
        }
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw file.fault(MESSAGES, "idx.images.large", count, width, height);
        }
        byte[] pixels;
        long read;
        if (length <= file.mostUnpacked()) {
            // All at once: an array that grows is there twice while it does.
            pixels = new byte[(int) length];
            read = in.readNBytes(pixels, 0, pixels.length);
        } else {
            pixels = in.readNBytes((int) length);
            read = pixels.length;
        }
        requireLength(file, count, height, width, length, read + (in.read() < 0 ? 0 : 1));
        return MemorySegment.ofArray(pixels);
    }

    private static void requireLength(SourceFile file, int count, int height, int width, long expected, long found)
            throws DataException {
        if (found < expected) {
            throw file.fault(MESSAGES, "idx.images.truncated", count, width, height, expected, found);
        }
        if (found > expected) {
            throw file.fault(MESSAGES, "idx.images.oversized", count, width, height, expected);
        }
    }

    public static byte[] labels(SourceFile file, ReadProgress progress) throws IOException {
        return file.read(progress, in -> {
            int count = header(file, in, LABELS_START, 1, "idx.labels.magic").getInt();
            if (count < 1) {
                throw file.fault(MESSAGES, "idx.labels.none", Integer.toUnsignedLong(count));
            }
            var labels = in.readNBytes(count);
            if (labels.length < count) {
                throw file.fault(MESSAGES, "idx.labels.truncated", count, labels.length);
            }
            if (in.read() >= 0) {
                throw file.fault(MESSAGES, "idx.labels.oversized", count);
            }
            for (int i = 0; i < count; i++) {
                int label = Byte.toUnsignedInt(labels[i]);
                if (label >= Limits.MOST_CLASSES) {
                    throw file.fault(MESSAGES, "idx.labels.outside", i + 1, label, Limits.MOST_CLASSES - 1);
                }
            }
            return labels;
        });
    }

    /** Reads the header and gives the sizes of the dimensions. */
    private static ByteBuffer header(
            SourceFile file,
            InputStream in,
            byte[] start,
            int dimensions,
            String magicFault) throws IOException {
        var found = in.readNBytes(Integer.BYTES);
        if (found.length == 0) {
            throw file.empty();
        }
        if (!Arrays.equals(found, start)) {
            throw file.fault(MESSAGES, magicFault, SourceFile.hex(found), SourceFile.hex(start));
        }
        int length = Integer.BYTES * dimensions;
        var sizes = in.readNBytes(length);
        if (sizes.length < length) {
            throw file.fault(MESSAGES, "idx.header.truncated", Integer.BYTES + length, Integer.BYTES + sizes.length);
        }
        return ByteBuffer.wrap(sizes);
    }
}
