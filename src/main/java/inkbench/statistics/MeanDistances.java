package inkbench.statistics;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import inkbench.data.Images;
import inkbench.task.Progress;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How far every image is from the mean image of its class: √(Σ(v − m)² / pixels), from 0 to 255, the square root of the mean
 * squared difference, so that sets with images of different sizes compare. Instances never change.
 */
public final class MeanDistances {
    private static final int IMAGES_OF_A_RUN = 4096;

    private final Images dataset;
    private final float[] distances;

    private MeanDistances(Images dataset, float[] distances) {
        this.dataset = dataset;
        this.distances = distances;
    }

    /**
     * Computes them in two passes over the pixels, on all cores.
     *
     * @throws IllegalStateException
     *             if the images have no labels
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static MeanDistances of(Images dataset, Progress progress) {
        return of(dataset, PixelStatistics.byClass(dataset, Set.of(PixelStatistic.MEAN), Progress.NONE), progress);
    }

    /** Computes them from means that are known already, in one pass. */
    static MeanDistances of(Images dataset, PixelStatistics means, Progress progress) {
        var ofClass = new double[dataset.classCount()][];
        var ofBackground = new double[dataset.classCount()];
        for (int label = 0; label < ofClass.length; label++) {
            ofClass[label] = means.values(PixelStatistic.MEAN, label);
            ofBackground[label] = Arrays.stream(ofClass[label]).map(mean -> mean * mean).sum();
        }
        var distances = new float[dataset.size()];
        var done = new AtomicInteger();
        IntStream.range(0, Math.ceilDiv(distances.length, IMAGES_OF_A_RUN)).parallel().forEach(run -> {
            progress.throwIfCancelled();
            int from = run * IMAGES_OF_A_RUN;
            int to = (int) Math.min(distances.length, from + (long) IMAGES_OF_A_RUN);
            var image = new byte[dataset.imageSize()];
            for (int i = from; i < to; i++) {
                dataset.copyPixels(i, image, 0);
                int label = dataset.label(i);
                distances[i] = distance(image, ofClass[label], ofBackground[label]);
            }
            progress.report(done.addAndGet(to - from), distances.length);
        });
        return new MeanDistances(dataset, distances);
    }

    /** Background adds m² each, which is summed once for a class; ink adds (v − m)² − m² = v (v − 2m) to that. */
    private static float distance(byte[] image, double[] mean, double ofBackground) {
        double sum = ofBackground;
        for (int pixel = 0; pixel < image.length; pixel++) {
            int value = image[pixel] & 0xFF;
            sum += value * (value - 2 * mean[pixel]);
        }
        return (float) Math.sqrt(Math.max(0, sum) / image.length);
    }

    /** Of the image at a place in the data set. */
    public float distance(int index) {
        return distances[index];
    }

    /** The images of a class that are farthest from its mean, as places in the data set, farthest first. */
    public int[] outliers(int label, int atMost) {
        var places = IntStream.range(0, distances.length).filter(i -> dataset.label(i) == label).toArray();
        var farthestFirst = Ranking.sorted(places, this::distance, true);
        return Arrays.copyOf(farthestFirst, Math.min(atMost, farthestFirst.length));
    }

    /**
     * The outliers of every class, with the columns {@code class}, {@code rank} (from 1), {@code index} (in the data that the
     * set is a view of) and {@code distance}.
     *
     * @param perClass
     *            rows of a class at most
     */
    public Table outliers(int perClass) {
        var name = StringColumn.create("class");
        var rank = IntColumn.create("rank");
        var index = IntColumn.create("index");
        var distance = DoubleColumn.create("distance");
        for (int label = 0; label < dataset.classCount(); label++) {
            var farthest = outliers(label, perClass);
            for (int i = 0; i < farthest.length; i++) {
                name.append(dataset.classNames().get(label));
                rank.append(i + 1);
                index.append(dataset.sourceIndex(farthest[i]));
                distance.append(distances[farthest[i]]);
            }
        }
        return Table.create("outliers", name, rank, index, distance);
    }
}
