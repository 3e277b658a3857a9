package inkbench.statistics;

import inkbench.data.Dataset;
import inkbench.task.Progress;

/** Mean, median and standard deviation of every pixel over the images of every class. */
public final class PixelStatistics {
    private PixelStatistics() {}

    /** Counts in one pass over the pixels of a labelled data set. */
    public static PixelStatistics of(Dataset dataset, Progress progress) {
        throw new UnsupportedOperationException("stub");
    }

    /** Width of the images in pixels. */
    public int width() {
        throw new UnsupportedOperationException("stub");
    }

    /** Height of the images in pixels. */
    public int height() {
        throw new UnsupportedOperationException("stub");
    }

    /** One picture of {@code height × width} values, row by row; all NaN for a class with too few images. */
    public double[] values(PixelStatistic statistic, int label) {
        throw new UnsupportedOperationException("stub");
    }
}
