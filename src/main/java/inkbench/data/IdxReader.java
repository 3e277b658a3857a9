package inkbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads IDX, the format of MNIST: a magic number (two zero bytes, the type of the values, the number of dimensions), the
 * size of each dimension as a big-endian 32-bit number, then the values. Only unsigned bytes (type 8) in one dimension
 * (labels) or three (images) are data here.
 *
 * <p>Nothing is allocated on the word of a header: memory grows with what the file really gives.
 */
final class IdxReader {
    /** How a file of images begins. */
    static final byte[] IMAGES_START = {0, 0, 8, 3};
    /** How a file of labels begins. */
    static final byte[] LABELS_START = {0, 0, 8, 1};
    /** Digits, capital and small letters: the largest set of the family (EMNIST by class). */
    static final int MOST_CLASSES = 62;
    /** No digit needs more pixels than this in height or width, and statistics keep 1 KB per pixel and class. */
    static final int LARGEST_SIDE = 256;

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
    record Images(int count, int height, int width, MemorySegment pixels) {}

    static Images images(SourceFile file, ReadProgress progress) throws IOException {
        return file.read(progress, in -> {
            var sizes = header(file, in, IMAGES_START, 3, "idx.images.magic");
            int count = sizes.getInt();
            int height = sizes.getInt();
            int width = sizes.getInt();
            if (count < 1 || height < 1 || width < 1) {
                throw file.fault("idx.images.none", Integer.toUnsignedLong(count), width, height);
            }
            if (Math.max(height, width) > LARGEST_SIDE) {
                throw file.fault("idx.images.side", width, height, LARGEST_SIDE);
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
            throw file.fault("idx.images.large", count, width, height);
        }
        var pixels = in.readNBytes((int) length);
        requireLength(file, count, height, width, length, pixels.length + (in.read() < 0 ? 0 : 1));
        return MemorySegment.ofArray(pixels);
    }

    private static void requireLength(SourceFile file, int count, int height, int width, long expected, long found)
            throws DataException {
        if (found < expected) {
            throw file.fault("idx.images.truncated", count, width, height, expected, found);
        }
        if (found > expected) {
            throw file.fault("idx.images.oversized", count, width, height, expected);
        }
    }

    static byte[] labels(SourceFile file, ReadProgress progress) throws IOException {
        return file.read(progress, in -> {
            int count = header(file, in, LABELS_START, 1, "idx.labels.magic").getInt();
            if (count < 1) {
                throw file.fault("idx.labels.none", Integer.toUnsignedLong(count));
            }
            var labels = in.readNBytes(count);
            if (labels.length < count) {
                throw file.fault("idx.labels.truncated", count, labels.length);
            }
            if (in.read() >= 0) {
                throw file.fault("idx.labels.oversized", count);
            }
            for (int i = 0; i < count; i++) {
                int label = Byte.toUnsignedInt(labels[i]);
                if (label >= MOST_CLASSES) {
                    throw file.fault("idx.labels.outside", i + 1, label, MOST_CLASSES - 1);
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
            throw file.fault("empty");
        }
        if (!Arrays.equals(found, start)) {
            throw file.fault(magicFault, SourceFile.hex(found), SourceFile.hex(start));
        }
        int length = Integer.BYTES * dimensions;
        var sizes = in.readNBytes(length);
        if (sizes.length < length) {
            throw file.fault("idx.header.truncated", Integer.BYTES + length, Integer.BYTES + sizes.length);
        }
        return ByteBuffer.wrap(sizes);
    }
}
