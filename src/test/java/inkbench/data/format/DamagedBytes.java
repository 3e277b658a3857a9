package inkbench.data.format;

import static inkbench.data.format.npz.NpyBytes.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import inkbench.data.format.image.TestPictures;

/** Damages good files where their formats have a checksum, a name or a size. */
final class DamagedBytes {
    private DamagedBytes() {}

    /** Writes other names of the same length over the names in a zip file. */
    static byte[] renamed(byte[] zip, String from, String to) {
        var text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] wrongChecksum(byte[] image) {
        var crc = new CRC32();
        crc.update(image);
        var right = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) crc.getValue()).array();
        return renamed(
                zip("x_train.npy", image),
                new String(right, StandardCharsets.ISO_8859_1),
                "\1\2\3\4");
    }

    /** The first bytes of the packed data, which lie behind the entry's header of 30 bytes and its name. */
    static byte[] wrongData(byte[] image) {
        var zip = zip("x_train.npy", image);
        Arrays.fill(zip, 41, 49, (byte) 0xff);
        return zip;
    }

    static byte[] wrongPicture() {
        var picture = TestPictures.flat(20, 20, 7);
        // The data lies behind the signature, the header and its own length and name: 8 + 25 + 8 bytes.
        Arrays.fill(picture, 41, 49, (byte) 0xff);
        return picture;
    }

    /** A PNG of 60,000 × 60,000 pixels in a few bytes. */
    static byte[] hugePicture() {
        var picture = TestPictures.flat(20, 20, 7);
        var header = ByteBuffer.wrap(picture);
        header.putInt(16, 60_000).putInt(20, 60_000);
        var crc = new CRC32();
        crc.update(picture, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return picture;
    }
}
