package inkbench.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import inkbench.task.Progress;

/** SHA-256 of what a data set holds, whatever file it came from. */
final class ContentHash {
    private static final int IMAGES_BETWEEN_LOOKS = 4096;

    private ContentHash() {}

    /** Over width, height and class count as big-endian 32-bit numbers, then all pixels, then all labels, a byte each. */
    static String of(Dataset dataset, Progress progress) {
        var digest = sha256();
        digest.update(
                ByteBuffer.allocate(3 * Integer.BYTES)
                        .putInt(dataset.width())
                        .putInt(dataset.height())
                        .putInt(dataset.classCount())
                        .flip());
        var image = new byte[dataset.imageSize()];
        for (int i = 0; i < dataset.size(); i++) {
            dataset.copyPixels(i, image, 0);
            digest.update(image);
            if (i % IMAGES_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
                progress.report(i, dataset.size());
            }
        }
        for (int i = 0; dataset.labelled() && i < dataset.size(); i++) {
            digest.update((byte) dataset.label(i));
        }
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
