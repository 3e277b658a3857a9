package inkbench.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import inkbench.data.Dataset;
import inkbench.task.Progress;

/**
 * The statistics of one class.
 *
 * @param count
 *            how many images it has
 * @param mean
 *            of every pixel
 * @param median
 *            of every pixel
 * @param deviation
 *            sample standard deviation of every pixel
 */
record ClassPixels(int count, double[] mean, double[] median, double[] deviation) {
    private static final VarHandle LONG = MethodHandles
            .byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int VALUES = 256;
    private static final int IMAGES_BETWEEN_LOOKS = 1024;

    static ClassPixels of(Dataset dataset, int[] images, Progress progress) {
        int size = dataset.imageSize();
        var counts = countInk(dataset, images, progress);
        var mean = new double[size];
        var median = new double[size];
        var deviation = new double[size];
        for (int pixel = 0; pixel < size; pixel++) {
            var values = Arrays.copyOfRange(counts, pixel * VALUES, (pixel + 1) * VALUES);
            long sum = 0;
            long squares = 0;
            int inked = 0;
            for (int value = 1; value < VALUES; value++) {
                sum += (long) value * values[value];
                squares += (long) value * value * values[value];
                inked += values[value];
            }
            values[0] = images.length - inked;
            mean[pixel] = (double) sum / images.length;
            median[pixel] = median(values, images.length);
            deviation[pixel] = deviation(sum, squares, images.length);
        }
        return new ClassPixels(images.length, mean, median, deviation);
    }

    /**
     * How often pixel {@code p} has value {@code v}, at {@code 256 p + v}, for {@code v} from 1: most pixels are background,
     * which is skipped eight at a time and is what the others leave.
     */
    private static int[] countInk(Dataset dataset, int[] images, Progress progress) {
        int size = dataset.imageSize();
        var counts = new int[Math.multiplyExact(size, VALUES)];
        var image = new byte[size + Long.BYTES];
        for (int i = 0; i < images.length; i++) {
            if (i % IMAGES_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
            }
            dataset.copyPixels(images[i], image, 0);
            for (int start = 0; start < size; start += Long.BYTES) {
                if ((long) LONG.get(image, start) != 0) {
                    int end = Math.min(start + Long.BYTES, size);
                    for (int pixel = start; pixel < end; pixel++) {
                        counts[pixel * VALUES + Byte.toUnsignedInt(image[pixel])]++;
                    }
                }
            }
        }
        return counts;
    }

    private static double median(int[] counts, int n) {
        if (n == 0) {
            return Double.NaN;
        }
        return (valueAt(counts, (n - 1) / 2) + valueAt(counts, n / 2)) / 2.0;
    }

    /** The value at a place, from 0, of all values in ascending order. */
    private static int valueAt(int[] counts, int place) {
        int value = 0;
        for (int before = counts[0]; before <= place; before += counts[value]) {
            value++;
        }
        return value;
    }

    /**
     * The sum of squared deviations is (n Σv² − (Σv)²) / n: whole numbers up to here, so that nothing cancels, and exact for
     * up to 11 million images of a class.
     */
    private static double deviation(long sum, long squares, int n) {
        if (n < 2) {
            return Double.NaN;
        }
        long scaled = Math.subtractExact(Math.multiplyExact(n, squares), Math.multiplyExact(sum, sum));
        return Math.sqrt((double) scaled / ((double) n * (n - 1)));
    }
}
