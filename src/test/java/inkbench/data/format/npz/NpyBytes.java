package inkbench.data.format.npz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes arrays of numpy byte by byte, good ones and bad ones, without the code under test. */
public final class NpyBytes {
    private NpyBytes() {}

    /** A {@code .npy} of version 1 with a header as numpy writes it. */
    public static byte[] npy(String type, boolean fortran, String shape, byte... values) {
        return npy(1, dictionary(type, fortran, shape), values);
    }

    /** A {@code .npy} of any version with any text as its header. */
    public static byte[] npy(int version, String header, byte... values) {
        var text = header.getBytes(StandardCharsets.UTF_8);
        int lengthBytes = version == 1 ? 2 : 4;
        var bytes = ByteBuffer.allocate(8 + lengthBytes + text.length + values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            bytes.putShort((short) text.length);
        } else {
            bytes.putInt(text.length);
        }
        return bytes.put(text).put(values).array();
    }

    public static String dictionary(String type, boolean fortran, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                + ", }    \n";
    }

    public static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Values of one of numpy's types. */
    public static byte[] values(String type, double... values) {
        int size = type.charAt(2) - '0';
        var order = type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var bytes = ByteBuffer.allocate(size * values.length).order(order);
        for (double value : values) {
            switch (type.substring(1)) {
                case "f2" -> bytes.putShort(Float.floatToFloat16((float) value));
                case "f4" -> bytes.putFloat((float) value);
                case "f8" -> bytes.putDouble(value);
                case "i1", "u1", "b1" -> bytes.put((byte) value);
                case "i2", "u2" -> bytes.putShort((short) (int) value);
                case "i4", "u4" -> bytes.putInt((int) (long) value);
                default -> bytes.putLong((long) value);
            }
        }
        return bytes.array();
    }

    /** A zip file of names and contents in turn. */
    public static byte[] zip(Object... namesAndContents) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
