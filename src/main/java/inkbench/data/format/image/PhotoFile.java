package inkbench.data.format.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import inkbench.data.DataException;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/**
 * A photo or a scan of what somebody wrote: PNG, JPEG or BMP, decided by its bytes, up to 100 megapixels. Of a large one only
 * every second, third, … pixel is unpacked, so that what is in memory has at most four megapixels.
 */
public final class PhotoFile {
    private static final Messages MESSAGES = Messages.of(PhotoFile.class);
    private static final int LONGEST_FILE = 64 << 20;
    private static final long MOST_PIXELS = 100_000_000;
    private static final long MOST_UNPACKED = 4_000_000;

    private PhotoFile() {}

    /**
     * Reads a file, the right way up as its camera says.
     *
     * @throws DataException
     *             if it isn't there, or is no picture that can be read; the message is for the user
     * @throws IOException
     *             if the disk fails
     */
    public static GreyPicture read(Path file) throws IOException {
        var source = new SourceFile(file);
        if (Files.isDirectory(file)) {
            throw source.fault(MESSAGES, "photo.folder");
        }
        return read(source);
    }

    /** Reads what is no file on the disk, such as a picture on the clipboard; otherwise as {@link #read(Path)}. */
    public static GreyPicture read(SourceFile file) throws IOException {
        var bytes = file.read(ReadProgress.NONE, in -> in.readNBytes(LONGEST_FILE + 1));
        if (bytes.length == 0) {
            throw file.empty();
        }
        if (bytes.length > LONGEST_FILE) {
            throw file.fault(MESSAGES, "picture.long", LONGEST_FILE >> 20);
        }
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var reader = PictureFile.reader(file, ImageIO.getImageReaders(stream), bytes);
            try {
                reader.setInput(stream, true, true);
                return Orientation.of(bytes).upright(GreyPicture.of(decode(file, reader)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decode(SourceFile file, ImageReader reader) throws IOException {
        var damage = new Damage();
        reader.addIIOReadWarningListener(damage);
        BufferedImage image;
        try {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw file.fault(
                        MESSAGES, "photo.large", reader.getWidth(0), reader.getHeight(0), MOST_PIXELS / 1_000_000);
            }
            if (!reader.getImageTypes(0).hasNext()) {
                throw file.fault(MESSAGES, "photo.colours", reader.getFormatName());
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_UNPACKED));
            var wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            image = reader.read(0, wanted);
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders throw whatever comes of reading on in damaged data.
            throw file.fault(MESSAGES, "picture.damaged", reader.getFormatName(), PictureFile.reason(e));
        }
        if (damage.found()) {
            throw file.fault(MESSAGES, "picture.damaged", reader.getFormatName(), damage.text());
        }
        return image;
    }
}
