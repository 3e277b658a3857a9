package inkbench.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * All parameters of a network at one moment, layer after layer as {@link Architecture#layers()} has them, each layer's
 * weights before its biases. Never changed once made.
 *
 * @param iteration
 *            batches learned from so far, which tells two moments of one run apart
 * @param values
 *            {@link Architecture#parameterCount()} numbers; not to be written to
 */
public record Weights(long iteration, float[] values) {
    /** SHA-256 over the values as little-endian floats, as 64 lower-case hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256Digest().digest(littleEndian()));
    }

    /** Whether all values are numbers, and none infinite. */
    public boolean finite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** The values as little-endian floats. */
    public byte[] littleEndian() {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** A digest to hash weights with. */
    public static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
