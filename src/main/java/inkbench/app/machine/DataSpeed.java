package inkbench.app.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFiles;
import inkbench.statistics.PixelStatistic;
import inkbench.statistics.PixelStatistics;
import inkbench.task.Progress;

/**
 * How long a data set takes, each the best of several runs: like the programs that it is compared with, which are not told apart
 * from what else the machine does by more.
 *
 * @param readingSeconds
 *            from the file to images and labels in memory
 * @param statisticsSeconds
 *            mean, median and standard deviation of every pixel and class of the first part
 * @param images
 *            in all parts
 */
public record DataSpeed(double readingSeconds, double statisticsSeconds, int images) {
    private static final double NANOS = 1e-9;
    private static final Set<PixelStatistic> COMPARED = Set
            .of(PixelStatistic.MEAN, PixelStatistic.MEDIAN, PixelStatistic.STANDARD_DEVIATION);

    /**
     * Measures on the caller's thread, and for the statistics on all.
     *
     * @param runs
     *            at least 1
     * @throws inkbench.data.DataException
     *             if the file can't be read as data
     * @throws IllegalStateException
     *             if the images have no labels
     */
    public static DataSpeed of(Path file, int runs, Progress progress) throws IOException {
        double reading = Double.POSITIVE_INFINITY;
        double statistics = Double.POSITIVE_INFINITY;
        PartedDataset set = null;
        for (int run = 0; run < runs; run++) {
            progress.throwIfCancelled();
            progress.report(run, runs);
            long started = System.nanoTime();
            set = DatasetFiles.open(file, Progress.NONE);
            long read = System.nanoTime();
            PixelStatistics.byClass(set.first(), COMPARED, Progress.NONE);
            reading = Math.min(reading, (read - started) * NANOS);
            statistics = Math.min(statistics, (System.nanoTime() - read) * NANOS);
        }
        return new DataSpeed(reading, statistics, set.size());
    }
}
