package inkbench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import inkbench.data.Dataset;
import inkbench.task.Progress;

/**
 * Mean, median and standard deviation of every pixel over the images of every class.
 *
 * <p>One pass over the pixels counts how often each pixel has each value; the rest follows from the counts without rounding
 * until the last step. Instances never change.
 */
public final class PixelStatistics {
    private final int width;
    private final int height;
    private final List<String> classNames;
    private final ClassPixels[] classes;

    private PixelStatistics(Dataset dataset, ClassPixels[] classes) {
        width = dataset.width();
        height = dataset.height();
        classNames = dataset.classNames();
        this.classes = classes;
    }

    /**
     * Counts in one pass over the pixels of a labelled data set, on all cores.
     *
     * @throws IllegalStateException
     *             if the images have no labels
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static PixelStatistics of(Dataset dataset, Progress progress) {
        var done = new AtomicInteger();
        // The counts of one class fit into a core's cache, those of all do not: so class by class.
        var classes = Arrays.stream(dataset.indicesByClass()).parallel().map(images -> {
            progress.throwIfCancelled();
            var statistics = ClassPixels.of(dataset, images, progress);
            progress.report(done.addAndGet(images.length), dataset.size());
            return statistics;
        }).toArray(ClassPixels[]::new);
        return new PixelStatistics(dataset, classes);
    }

    /** Width of the images in pixels. */
    public int width() {
        return width;
    }

    /** Height of the images in pixels. */
    public int height() {
        return height;
    }

    /** What the classes are called, whether or not each has an image. */
    public List<String> classNames() {
        return classNames;
    }

    /** How many images of a class were counted. */
    public int count(int label) {
        return classes[label].count();
    }

    /**
     * One picture of {@code height × width} values, row by row. All are NaN for a class without images, and for the
     * standard deviation of a class with one.
     */
    public double[] values(PixelStatistic statistic, int label) {
        var pixels = classes[label];
        return switch (statistic) {
            case MEAN -> pixels.mean().clone();
            case MEDIAN -> pixels.median().clone();
            case STANDARD_DEVIATION -> pixels.deviation().clone();
        };
    }
}
