package inkbench.statistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import inkbench.data.Images;
import inkbench.task.Progress;

/**
 * What is common to the images of every class, and to all images together, pixel by pixel: {@link PixelStatistic}.
 *
 * <p>One pass over the pixels counts how often each pixel has each value; the rest follows from the counts without rounding
 * until the last step. A filter's statistics are those of a a view of them. Instances never change.
 */
public final class PixelStatistics {
    /** Enough for a thread to be worth its while. */
    private static final int IMAGES_OF_A_RUN = 16_384;

    private final int width;
    private final int height;
    private final List<String> classNames;
    private final GroupStatistics[] classes;
    private final GroupStatistics together;

    private PixelStatistics(Images dataset, GroupStatistics[] classes, GroupStatistics together) {
        width = dataset.width();
        height = dataset.height();
        classNames = dataset.classNames();
        this.classes = classes;
        this.together = together;
    }

    /**
     * Counts in one pass over the pixels, on all cores: class by class and together, or only together where the images have
     * no labels.
     *
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static PixelStatistics of(Images dataset, Progress progress) {
        return dataset.labelled() ? byClassAndTogether(dataset, progress) : unlabelled(dataset, progress);
    }

    /**
     * Counts the classes alone and takes from the counts only what is wanted, which is quicker.
     *
     * @throws IllegalStateException
     *             if the images have no labels
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static PixelStatistics byClass(Images dataset, Set<PixelStatistic> wanted, Progress progress) {
        var done = new AtomicInteger();
        var asked = EnumSet.copyOf(wanted);
        // The counts of one class fit into a core's cache, those of all do not: so class by class.
        var classes = Arrays.stream(dataset.indicesByClass()).parallel().map(images -> {
            progress.throwIfCancelled();
            var statistics = GroupStatistics.of(PixelCounts.of(dataset, images, progress), asked);
            progress.report(done.addAndGet(images.length), dataset.size());
            return statistics;
        }).toArray(GroupStatistics[]::new);
        return new PixelStatistics(dataset, classes, null);
    }

    private static PixelStatistics byClassAndTogether(Images dataset, Progress progress) {
        var done = new AtomicInteger();
        var all = new PixelCounts(dataset.imageSize());
        var classes = Arrays.stream(dataset.indicesByClass()).parallel().map(images -> {
            progress.throwIfCancelled();
            var counts = PixelCounts.of(dataset, images, progress);
            synchronized (all) {
                all.add(counts);
            }
            var statistics = GroupStatistics.of(counts, PixelStatistic.ALL);
            progress.report(done.addAndGet(images.length), dataset.size());
            return statistics;
        }).toArray(GroupStatistics[]::new);
        return new PixelStatistics(dataset, classes, GroupStatistics.of(all, PixelStatistic.ALL));
    }

    private static PixelStatistics unlabelled(Images dataset, Progress progress) {
        var done = new AtomicInteger();
        var all = new PixelCounts(dataset.imageSize());
        IntStream.range(0, Math.ceilDiv(dataset.size(), IMAGES_OF_A_RUN)).parallel().forEach(run -> {
            int from = run * IMAGES_OF_A_RUN;
            int to = (int) Math.min(dataset.size(), from + (long) IMAGES_OF_A_RUN);
            var counts = PixelCounts.of(dataset, IntStream.range(from, to).toArray(), progress);
            synchronized (all) {
                all.add(counts);
            }
            progress.report(done.addAndGet(to - from), dataset.size());
        });
        return new PixelStatistics(dataset, new GroupStatistics[0], GroupStatistics.of(all, PixelStatistic.ALL));
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

    /** Whether there are statistics of classes: not for images without labels. */
    public boolean labelled() {
        return classes.length > 0;
    }

    /** How many images of a class were counted. */
    public int count(int label) {
        return classes[label].count();
    }

    /** How many images were counted. */
    public int count() {
        return together == null ? Arrays.stream(classes).mapToInt(GroupStatistics::count).sum() : together.count();
    }

    /**
     * One picture of {@code height × width} values, row by row. All are NaN for a class without images, and for the
     * standard deviation of a class with one.
     *
     * @throws IllegalStateException
     *             if this statistic was not asked for
     */
    public double[] values(PixelStatistic statistic, int label) {
        return values(classes[label], statistic);
    }

    /**
     * The same over all images, whatever their class.
     *
     * @throws IllegalStateException
     *             if only the classes were counted
     */
    public double[] values(PixelStatistic statistic) {
        if (together == null) {
            throw new IllegalStateException("Only the classes were counted");
        }
        return values(together, statistic);
    }

    /**
     * What a statistic of one class has more than that of another, pixel by pixel: −{@link PixelStatistic#largest()} to
     * {@link PixelStatistic#largest()}, NaN where either has none.
     */
    public double[] difference(PixelStatistic statistic, int label, int otherLabel) {
        var difference = values(statistic, label);
        var other = classes[otherLabel].values()[statistic.ordinal()];
        for (int pixel = 0; pixel < difference.length; pixel++) {
            difference[pixel] -= other[pixel];
        }
        return difference;
    }

    private static double[] values(GroupStatistics group, PixelStatistic statistic) {
        var values = group.values()[statistic.ordinal()];
        if (values == null) {
            throw new IllegalStateException("The " + statistic.key() + " was not asked for");
        }
        return values.clone();
    }
}
