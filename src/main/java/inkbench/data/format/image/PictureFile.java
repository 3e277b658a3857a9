package inkbench.data.format.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import inkbench.data.DataException;
import inkbench.data.Remedy;
import inkbench.data.format.source.Limits;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/** One picture on the disk: PNG, JPEG or BMP, decided by its bytes. */
final class PictureFile {
    private static final Messages MESSAGES = Messages.of(PictureFile.class);
    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp");
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp");
    private static final int LONGEST_FILE = 32 << 20;
    /** Of a picture that will be scaled down: a page that was scanned with 300 dots an inch is smaller. */
    private static final int LARGEST_SIDE = 4096;
    private static final int START = 8;

    private PictureFile() {}

    /** Whether a file is called like a picture that can be read. */
    static boolean isNamedAsOne(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Reads a picture. Its size is looked at before it is unpacked.
     *
     * @param fitted
     *            whether it will be brought to another size, and so may be larger than a data set has it
     */
    static GreyPicture read(Path path, boolean fitted) throws IOException {
        var file = new SourceFile(path);
        var bytes = file.read(ReadProgress.NONE, in -> in.readNBytes(LONGEST_FILE + 1));
        if (bytes.length == 0) {
            throw file.empty();
        }
        if (bytes.length > LONGEST_FILE) {
            throw file.fault(MESSAGES, "picture.long", LONGEST_FILE >> 20);
        }
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var reader = reader(file, ImageIO.getImageReaders(stream), bytes);
            try {
                reader.setInput(stream, true, true);
                return GreyPicture.of(decode(file, reader, fitted));
            } finally {
                reader.dispose();
            }
        }
    }

    static ImageReader reader(SourceFile file, Iterator<ImageReader> readers, byte[] bytes) throws IOException {
        while (readers.hasNext()) {
            var reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        var start = Arrays.copyOf(bytes, Math.min(START, bytes.length));
        throw file.fault(MESSAGES, "picture.unknown", SourceFile.hex(start));
    }

    private static BufferedImage decode(SourceFile file, ImageReader reader, boolean fitted) throws IOException {
        int largestSide = fitted ? LARGEST_SIDE : Limits.LARGEST_SIDE;
        var damage = new Damage();
        reader.addIIOReadWarningListener(damage);
        BufferedImage image;
        try {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > largestSide) {
                var fault = file.fault(MESSAGES, "picture.side", width, height, largestSide);
                throw Math.max(width, height) > LARGEST_SIDE ? fault : fault.with(Remedy.FIT_IMAGES);
            }
            image = reader.read(0);
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders throw whatever comes of reading on in damaged data.
            throw file.fault(MESSAGES, "picture.damaged", reader.getFormatName(), reason(e));
        }
        if (damage.found()) {
            throw file.fault(MESSAGES, "picture.damaged", reader.getFormatName(), damage.text());
        }
        return image;
    }

    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
    }
}
