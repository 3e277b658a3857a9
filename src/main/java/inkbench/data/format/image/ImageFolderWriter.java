package inkbench.data.format.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * Writes each image as a grey PNG into the folder of its class: {@code 7/00042.png} is image 42, a seven. Images without
 * labels lie side by side. The numbers keep the order when they are read again.
 */
public final class ImageFolderWriter {
    private static final Messages MESSAGES = Messages.of(ImageFolderWriter.class);
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final int LEAST_DIGITS = 5;

    private ImageFolderWriter() {}

    /** Keeps the bytes of one file. */
    @FunctionalInterface
    public interface Keeper {
        void keep(Path file, byte[] content) throws IOException;
    }

    /**
     * Writes the images of one part.
     *
     * @param folder
     *            is made
     * @param keeper
     *            writes the files
     * @throws DataException
     *             if two classes would have the same folder
     */
    public static void write(Dataset images, Path folder, Keeper keeper, Progress progress) throws IOException {
        Files.createDirectories(folder);
        var folders = new Path[images.labelled() ? images.classCount() : 0];
        for (int c = 0; c < folders.length; c++) {
            folders[c] = folder(folder, images.classNames().get(c));
        }
        int digits = Math.max(LEAST_DIGITS, Integer.toString(images.size() - 1).length());
        var pixels = new byte[images.imageSize()];
        for (int i = 0; i < images.size(); i++) {
            progress.throwIfCancelled();
            images.copyPixels(i, pixels, 0);
            var name = "0".repeat(digits - Integer.toString(i).length()) + i + ".png";
            var target = images.labelled() ? folders[images.label(i)] : folder;
            keeper.keep(target.resolve(name), png(images.width(), images.height(), pixels));
            progress.report(i + 1L, images.size());
        }
    }

    private static Path folder(Path parent, String className) throws IOException {
        var folder = parent.resolve(NOT_IN_NAMES.matcher(className).replaceAll("_"));
        try {
            return Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Some disks take "a" and "A" for the same.
            throw new DataException(MESSAGES.get("pictures.write.folders", className, folder), e);
        }
    }

    /** The file that an image becomes. */
    public static byte[] png(Dataset images, int index) throws IOException {
        return png(images.width(), images.height(), images.image(index));
    }

    private static byte[] png(int width, int height, byte[] pixels) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var values = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, values, 0, pixels.length);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }
}
