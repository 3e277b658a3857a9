package inkbench.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what a data set holds, whatever file it came from. */
final class ContentHash {
    private ContentHash() {}

    static String of(int width, int height, int classCount, byte[] pixels, byte[] labels) {
        var digest = sha256();
        digest.update(ByteBuffer.allocate(12).putInt(width).putInt(height).putInt(classCount).flip());
        digest.update(pixels);
        digest.update(labels);
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
