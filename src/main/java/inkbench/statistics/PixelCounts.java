package inkbench.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import inkbench.data.Images;
import inkbench.task.Progress;

/** How often each pixel has each value in a group of images: all that their statistics depend on. */
final class PixelCounts {
    static final int VALUES = 256;
    private static final VarHandle LONG = MethodHandles
            .byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int IMAGES_BETWEEN_LOOKS = 1024;

    private final int size;
    /** How often pixel {@code p} has value {@code v}, at {@code 256 p + v}, for {@code v} from 1. */
    private final int[] ink;
    private int images;

    /** Of no images yet. */
    PixelCounts(int imageSize) {
        size = imageSize;
        ink = new int[Math.multiplyExact(size, VALUES)];
    }

    /** Of the given images of a data set. */
    static PixelCounts of(Images dataset, int[] places, Progress progress) {
        var counts = new PixelCounts(dataset.imageSize());
        counts.count(dataset, places, progress);
        return counts;
    }

    /** Most pixels are background, which is skipped eight at a time and is what the others leave. */
    private void count(Images dataset, int[] places, Progress progress) {
        var image = new byte[size + Long.BYTES];
        for (int i = 0; i < places.length; i++) {
            if (i % IMAGES_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
            }
            dataset.copyPixels(places[i], image, 0);
            for (int start = 0; start < size; start += Long.BYTES) {
                if ((long) LONG.get(image, start) != 0) {
                    int end = Math.min(start + Long.BYTES, size);
                    for (int pixel = start; pixel < end; pixel++) {
                        ink[pixel * VALUES + Byte.toUnsignedInt(image[pixel])]++;
                    }
                }
            }
        }
        images += places.length;
    }

    /** Adds those of other images of the same size. */
    void add(PixelCounts others) {
        for (int i = 0; i < ink.length; i++) {
            ink[i] += others.ink[i];
        }
        images += others.images;
    }

    /** How many images were counted. */
    int images() {
        return images;
    }

    /** Pixels of an image. */
    int size() {
        return size;
    }

    /** How often a pixel has each value. */
    int[] ofPixel(int pixel) {
        var counts = Arrays.copyOfRange(ink, pixel * VALUES, (pixel + 1) * VALUES);
        int inked = 0;
        for (int value = 1; value < VALUES; value++) {
            inked += counts[value];
        }
        counts[0] = images - inked;
        return counts;
    }
}
