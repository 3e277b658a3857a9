package inkbench.data.format.npz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/**
 * The header of a {@code .npy} file, versions 1 to 3 (NEP 1): {@code \x93NUMPY}, the version in two bytes, the length of a
 * text as a little-endian number of two bytes (version 1) or four, and the text, a dictionary as Python writes it.
 *
 * @param type
 *            of the values
 * @param order
 *            of their bytes
 * @param fortran
 *            whether the first index runs fastest, and not the last
 * @param shape
 *            the size of each dimension; a single number has none
 * @param length
 *            bytes before the first value
 */
record NpyHeader(NpyType type, ByteOrder order, boolean fortran, List<Long> shape, int length) {
    /** How every array begins. */
    static final byte[] START = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final Messages MESSAGES = Messages.of(NpyHeader.class);
    private static final int VERSION_BYTES = 2;
    /** As numpy has it, so that a header can't be a bomb; those of plain arrays have 128 bytes. */
    private static final int LONGEST_TEXT = 10_000;

    /** Reads the header and leaves the stream at the first value. */
    static NpyHeader read(SourceFile file, InputStream in) throws IOException {
        var start = in.readNBytes(START.length + VERSION_BYTES);
        if (start.length == 0) {
            throw file.empty();
        }
        if (!Arrays.equals(Arrays.copyOf(start, START.length), START)) {
            throw file.fault(
                    MESSAGES,
                    "npy.magic",
                    SourceFile.hex(Arrays.copyOf(start, Math.min(start.length, START.length))),
                    SourceFile.hex(START));
        }
        int version = start.length < START.length + VERSION_BYTES ? 0 : start[START.length];
        if (start.length == START.length + VERSION_BYTES && (version < 1 || version > 3)) {
            throw file.fault(MESSAGES, "npy.version", Byte.toUnsignedInt((byte) version));
        }
        int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        var lengthField = in.readNBytes(lengthBytes);
        if (lengthField.length < lengthBytes) {
            throw file.fault(MESSAGES, "npy.header.truncated", start.length + lengthField.length);
        }
        var number = ByteBuffer.wrap(lengthField).order(ByteOrder.LITTLE_ENDIAN);
        long declared = version == 1
                ? Short.toUnsignedInt(number.getShort())
                : Integer.toUnsignedLong(number.getInt());
        if (declared > LONGEST_TEXT) {
            throw file.fault(MESSAGES, "npy.header.long", declared, LONGEST_TEXT);
        }
        var text = in.readNBytes((int) declared);
        int before = start.length + lengthBytes;
        if (text.length < declared) {
            throw file.fault(MESSAGES, "npy.header.truncated", before + text.length);
        }
        var charset = version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new NpyHeaderText(file, new String(text, charset), before).parse();
    }

    /** How many values there are; {@link Long#MAX_VALUE} where a long can't tell. */
    long count() {
        try {
            return shape.stream().reduce(1L, Math::multiplyExact);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** How long a file with this header has to be in bytes; {@link Long#MAX_VALUE} where a long can't tell. */
    long fileLength() {
        try {
            return Math.addExact(length, Math.multiplyExact(count(), (long) type.size()));
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** The shape as Python writes it: {@code (60000, 28, 28)}. */
    String shapeText() {
        return shape.stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
    }

    /** The indices of the value that is {@code number}th in the file: {@code [12, 0, 27]}. */
    String place(long number) {
        var indices = new long[shape.size()];
        long rest = number;
        for (int i = 0; i < indices.length; i++) {
            int dimension = fortran ? i : indices.length - 1 - i;
            indices[dimension] = rest % shape.get(dimension);
            rest /= shape.get(dimension);
        }
        return Arrays.toString(indices);
    }
}
