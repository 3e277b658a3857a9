package inkbench.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;

import inkbench.task.Progress;

/**
 * Whether images show light ink on a dark ground, as MNIST and all networks here have it, or dark ink on a light ground, as
 * paper has it.
 */
public final class Polarity {
    private static final int LOOKED_AT = 1000;
    /** By how much the border has to be brighter than the mean of what it encloses: a thin pen leaves most of it white. */
    private static final double ENOUGH = 4;
    private static final double BRIGHT = 128;
    private static final double MOST = 0.75;
    private static final int WHITE = 255;
    private static final int IMAGES_BETWEEN_LOOKS = 8192;

    private Polarity() {}

    /**
     * Whether the images should be inverted: in at least three quarters of them the outermost pixels are light, and on
     * average lighter than all others. Looks at a thousand images, evenly over the set.
     */
    public static boolean isDarkOnLight(Dataset images) {
        int count = Math.min(images.size(), LOOKED_AT);
        long dark = IntStream.range(0, count)
                .mapToObj(i -> images.image((int) ((long) i * images.size() / count)))
                .filter(pixels -> isDarkOnLight(pixels, images.width(), images.height()))
                .count();
        return areMost(dark, count);
    }

    /** Whether so many images that are dark on light are enough to say it of all that were looked at. */
    public static boolean areMost(long dark, long lookedAt) {
        return lookedAt > 0 && dark >= MOST * lookedAt;
    }

    /** Whether one image's outermost pixels are light, and on average lighter than all others. */
    public static boolean isDarkOnLight(byte[] pixels, int width, int height) {
        if (Math.min(width, height) < 3) {
            return false;
        }
        long border = 0;
        long inside = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = Byte.toUnsignedInt(pixels[y * width + x]);
                if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
                    border += value;
                } else {
                    inside += value;
                }
            }
        }
        int outermost = 2 * (width + height) - 4;
        double borderMean = (double) border / outermost;
        return borderMean >= BRIGHT && borderMean - (double) inside / (pixels.length - outermost) >= ENOUGH;
    }

    /** The same images with each value v as 255 − v; their memory isn't part of the Java heap. */
    public static Dataset inverted(Dataset images) {
        return images.withPixels(images.width(), images.height(), invertedPixels(images.original(), Progress.NONE));
    }

    private static MemorySegment invertedPixels(Dataset images, Progress progress) {
        int size = images.imageSize();
        var pixels = Arena.ofAuto().allocate((long) images.size() * size);
        var image = new byte[size];
        for (int i = 0; i < images.size(); i++) {
            if (i % IMAGES_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
                progress.report(i, images.size());
            }
            images.copyPixels(i, image, 0);
            invert(image);
            MemorySegment.copy(image, 0, pixels, ValueLayout.JAVA_BYTE, (long) i * size, size);
        }
        return pixels;
    }

    /** Changes every value v to 255 − v. */
    public static void invert(byte[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (WHITE - Byte.toUnsignedInt(pixels[i]));
        }
    }

    /** All parts inverted. */
    public static PartedDataset inverted(PartedDataset set) {
        return inverted(set, Progress.NONE);
    }

    /** All parts inverted, for somebody who waits for it. */
    public static PartedDataset inverted(PartedDataset set, Progress progress) {
        return set.withPixels(set.width(), set.height(), images -> invertedPixels(images, progress));
    }
}
