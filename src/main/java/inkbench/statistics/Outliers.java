package inkbench.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import inkbench.data.Images;
import inkbench.task.Progress;

/**
 * The images that are unusually far from the mean image of their class.
 *
 * <p>How unusual is said by the modified z-score of the distance d, M = 0.6745 (d − median) / MAD, where the median is that of
 * the class's distances and MAD the median of |d − median|: as a z-score, but a few extreme images don't change the scale that
 * they are measured by. Above 3.5 an image is an outlier. After Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993);
 * where more than half of a class has one distance, so that MAD is 0, M = (d − median) / (1.2533 × mean of |d − median|), and
 * 0 where all have it. Instances never change.
 *
 * @param images
 *            that were looked at
 * @param means
 *            the mean image of each class
 * @param found
 *            the largest scores first
 * @param count
 *            how many outliers there are, maybe more than {@code found} has
 */
public record Outliers(Images images, PixelStatistics means, List<Outlier> found, int count) {
    /** Score above which an image is an outlier. */
    public static final double THRESHOLD = 3.5;

    /** The MAD of normally distributed values is this times their standard deviation. */
    private static final double MAD_OF_NORMAL = 0.6745;
    /** The standard deviation of normally distributed values is this times their mean absolute deviation. */
    private static final double DEVIATION_OF_NORMAL = 1.2533;

    public Outliers {
        found = List.copyOf(found);
    }

    /**
     * An image that is far from its class.
     *
     * @param place
     *            of the image
     * @param label
     *            its class
     * @param distance
     *            from the mean of its class, as {@link MeanDistances} has it
     * @param score
     *            how unusual the distance is, above {@link #THRESHOLD}
     * @param nearest
     *            the other class whose mean is nearest; −1 if no other has an image
     * @param nearestDistance
     *            from that mean; NaN if there is none
     */
    public record Outlier(int place, int label, float distance, float score, int nearest, float nearestDistance) {
        /** Whether the image is nearer to another class's mean than to its own: it may have the wrong label. */
        public boolean nearerToOther() {
            return nearestDistance < distance;
        }
    }

    /**
     * Finds them in three passes over the pixels, on all cores.
     *
     * @param atMost
     *            how many to describe
     * @throws IllegalStateException
     *             if the images have no labels
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static Outliers of(Images images, int atMost, Progress progress) {
        var means = PixelStatistics.byClass(images, Set.of(PixelStatistic.MEAN), Progress.NONE);
        progress.throwIfCancelled();
        var distances = MeanDistances.of(images, means, progress);
        var scores = new float[images.size()];
        for (int[] ofClass : images.indicesByClass()) {
            score(ofClass, distances, scores);
        }
        var unusual = IntStream.range(0, scores.length).filter(place -> scores[place] > THRESHOLD).toArray();
        var farthest = Ranking.sorted(unusual, place -> scores[place], true);
        var found = new ArrayList<Outlier>();
        for (int place : Arrays.copyOf(farthest, Math.min(atMost, farthest.length))) {
            progress.throwIfCancelled();
            found.add(describe(images, place, distances.distance(place), scores[place], means));
        }
        return new Outliers(images, means, found, unusual.length);
    }

    private static void score(int[] places, MeanDistances distances, float[] scores) {
        if (places.length == 0) {
            return;
        }
        var ofPlaces = Arrays.stream(places).mapToDouble(distances::distance).toArray();
        double median = median(ofPlaces);
        var deviations = Arrays.stream(ofPlaces).map(distance -> Math.abs(distance - median)).toArray();
        double mad = median(deviations);
        double unit = mad > 0
                ? mad / MAD_OF_NORMAL
                : DEVIATION_OF_NORMAL * Arrays.stream(deviations).average().orElse(0);
        for (int i = 0; i < places.length; i++) {
            scores[places[i]] = unit > 0 ? (float) ((ofPlaces[i] - median) / unit) : 0;
        }
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.parallelSort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Outlier describe(Images images, int place, float distance, float score, PixelStatistics means) {
        var image = images.image(place);
        int label = images.label(place);
        int nearest = -1;
        float nearestDistance = Float.NaN;
        for (int other = 0; other < images.classCount(); other++) {
            if (other != label && means.count(other) > 0) {
                float toOther = distance(image, means.values(PixelStatistic.MEAN, other));
                if (nearest < 0 || toOther < nearestDistance) {
                    nearest = other;
                    nearestDistance = toOther;
                }
            }
        }
        return new Outlier(place, label, distance, score, nearest, nearestDistance);
    }

    private static float distance(byte[] image, double[] mean) {
        double sum = 0;
        for (int pixel = 0; pixel < image.length; pixel++) {
            double difference = (image[pixel] & 0xFF) - mean[pixel];
            sum += difference * difference;
        }
        return (float) Math.sqrt(sum / image.length);
    }
}
