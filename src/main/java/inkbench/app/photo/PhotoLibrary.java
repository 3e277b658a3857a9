package inkbench.app.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

import inkbench.data.DataException;
import inkbench.data.Polarity;
import inkbench.data.format.image.GreyPicture;
import inkbench.data.format.image.PhotoFile;
import inkbench.data.format.source.SourceFile;
import inkbench.ink.Rasterizer;
import inkbench.ink.photo.PhotoInk;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;

/**
 * Finds digits in pictures: files, what lies on the clipboard, what is dropped. A picture that has the networks' size already
 * stays as it is, but for its polarity; of every other one the ink is looked for and fitted.
 */
public final class PhotoLibrary {
    private static final Messages MESSAGES = Messages.of(PhotoLibrary.class);

    private final Workers workers;

    /** Makes a library that works on these threads. */
    public PhotoLibrary(Workers workers) {
        this.workers = workers;
    }

    /** Reads a file in the background; fails as {@link #read(Path)} does. */
    public Job<PhotoDigit> open(Path file) {
        return workers.submit(MESSAGES.get("job.open", name(file)), progress -> read(file));
    }

    /** Reads a picture as it would lie in a file, in the background; fails as {@link #read(Path)} does. */
    public Job<PhotoDigit> open(byte[] encoded, String name) {
        return workers.submit(MESSAGES.get("job.open", name), progress -> {
            var file = new SourceFile(name, () -> new ByteArrayInputStream(encoded));
            return digit(PhotoFile.read(file), name);
        });
    }

    /**
     * Looks for a digit in pixels, in the background.
     *
     * @param colours
     *            {@code height × width}, row by row: alpha, red, green and blue, eight bits each, from the highest on
     */
    public Job<PhotoDigit> open(int[] colours, int width, int height, String name) {
        return workers.submit(
                MESSAGES.get("job.open", name),
                progress -> digit(GreyPicture.of(colours, width, height), name));
    }

    /**
     * Reads a file on the caller's thread.
     *
     * @throws DataException
     *             if it is no picture that can be read, or if there is nothing written in it; the message is for the user
     */
    public PhotoDigit read(Path file) throws IOException {
        return digit(PhotoFile.read(file), name(file));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static PhotoDigit digit(GreyPicture photo, String name) throws DataException {
        int width = photo.size().width();
        int height = photo.size().height();
        if (width == Rasterizer.SIZE && height == Rasterizer.SIZE) {
            return new PhotoDigit(name, photo, lightOnDark(photo));
        }
        var ink = PhotoInk.find(photo.pixels(), width, height)
                .orElseThrow(() -> new DataException(MESSAGES.get("photo.empty", name)));
        return new PhotoDigit(name, photo, ink.fitted());
    }

    private static byte[] lightOnDark(GreyPicture photo) {
        var pixels = photo.pixels().clone();
        if (Polarity.isDarkOnLight(pixels, photo.size().width(), photo.size().height())) {
            Polarity.invert(pixels);
        }
        return pixels;
    }
}
