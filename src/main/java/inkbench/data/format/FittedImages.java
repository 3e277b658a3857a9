package inkbench.data.format;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Images;
import inkbench.data.PartedDataset;
import inkbench.data.Polarity;
import inkbench.data.format.image.ImageSize;
import inkbench.ink.PictureFit;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * Brings the images of a set to the size of others, such as those that a network reads, by the rule of the canvas
 * ({@link PictureFit}). Dark ink on a light ground stays dark on light.
 */
public final class FittedImages {
    private static final Messages MESSAGES = Messages.of(FittedImages.class);
    private static final int BATCH = 1024;

    private FittedImages() {}

    /** Whether the images of a set have another size. */
    public static boolean areNeeded(PartedDataset set, ImageSize size) {
        return !ImageSize.of(set.first()).equals(size);
    }

    /** All parts, fitted; they have the labels and names that they had. */
    public static PartedDataset of(PartedDataset set, ImageSize size, Progress progress) {
        boolean darkOnLight = Polarity.isDarkOnLight(set.first());
        var done = new AtomicInteger();
        return set.withPixels(
                size.width(),
                size.height(),
                images -> pixels(images, size, darkOnLight, done, set.size(), progress));
    }

    /** One part, fitted. */
    static Dataset of(Dataset images, ImageSize size, Progress progress) {
        boolean darkOnLight = Polarity.isDarkOnLight(images);
        var pixels = pixels(images.original(), size, darkOnLight, new AtomicInteger(), images.size(), progress);
        return images.withPixels(size.width(), size.height(), pixels);
    }

    /** What the user should know of it. */
    static String note(Images images, ImageSize size) {
        return MESSAGES.get("note.fitted", images.width(), images.height(), size.width(), size.height());
    }

    private static MemorySegment pixels(
            Dataset images,
            ImageSize size,
            boolean darkOnLight,
            AtomicInteger done,
            int total,
            Progress progress) {
        int imageSize = size.width() * size.height();
        var pixels = Arena.ofAuto().allocate((long) images.size() * imageSize);
        var fit = new PictureFit(size.width(), size.height());
        IntStream.range(0, Math.ceilDiv(images.size(), BATCH)).parallel().forEach(batch -> {
            progress.throwIfCancelled();
            int end = Math.min(images.size(), (batch + 1) * BATCH);
            for (int i = batch * BATCH; i < end; i++) {
                var fitted = fitted(fit, images, i, darkOnLight);
                MemorySegment.copy(fitted, 0, pixels, ValueLayout.JAVA_BYTE, (long) i * imageSize, imageSize);
            }
            progress.report(done.addAndGet(end - batch * BATCH), total);
        });
        return pixels;
    }

    private static byte[] fitted(PictureFit fit, Dataset images, int index, boolean darkOnLight) {
        var image = images.image(index);
        if (!darkOnLight) {
            return fit.fit(image, images.width(), images.height());
        }
        Polarity.invert(image);
        var fitted = fit.fit(image, images.width(), images.height());
        Polarity.invert(fitted);
        return fitted;
    }
}
