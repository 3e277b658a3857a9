package inkbench.explain;

import java.util.Arrays;

import inkbench.data.Dataset;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;

/**
 * Images on a plane: what a network's last hidden layer makes of them, projected on the two directions in which that varies most
 * (principal components; Pearson 1901). The directions are found by orthogonal iteration (Golub and Van Loan, "Matrix
 * computations", 7.3.2) from a fixed start, so that the same images have the same places.
 */
public final class FeaturePlane {
    /** The change of a direction, as a length, at which it is found. */
    private static final double FOUND = 1e-7;
    private static final int MOST_STEPS = 500;

    private final Dataset images;
    private final Weights weights;
    private final double[] mean;
    private final double[][] directions;
    private final double[] xs;
    private final double[] ys;
    private final double share;

    private FeaturePlane(Dataset images, Weights weights, float[][] features, Progress progress) {
        this.images = images;
        this.weights = weights;
        mean = mean(features);
        directions = directions(features, mean, progress);
        xs = new double[features.length];
        ys = new double[features.length];
        double all = 0;
        double shown = 0;
        for (int i = 0; i < features.length; i++) {
            xs[i] = along(directions[0], features[i], mean);
            ys[i] = along(directions[1], features[i], mean);
            shown += xs[i] * xs[i] + ys[i] * ys[i];
            for (int f = 0; f < mean.length; f++) {
                all += (features[i][f] - mean[f]) * (features[i][f] - mean[f]);
            }
        }
        share = all == 0 ? 1 : Math.min(1, shown / all);
    }

    /**
     * Reads images and finds their places.
     *
     * @param dataset
     *            at least one image
     * @param most
     *            of more images than that, so many are taken, evenly
     * @throws java.util.concurrent.CancellationException
     *             soon after {@code progress} is cancelled
     */
    public static FeaturePlane of(
            Predictor predictor,
            Weights weights,
            Dataset dataset,
            int most,
            Progress progress) {
        var places = new int[Math.min(most, dataset.size())];
        Arrays.setAll(places, i -> (int) ((long) i * dataset.size() / places.length));
        var taken = dataset.subset(places);
        var features = new float[places.length][];
        predictor.featuresAll(weights, taken, progress, (image, values) -> features[image] = values);
        return new FeaturePlane(taken, weights, features, progress);
    }

    /** The images that have a place. */
    public Dataset images() {
        return images;
    }

    /** The weights that they were read with. */
    public Weights weights() {
        return weights;
    }

    /** The place of an image along the first direction. */
    public double x(int image) {
        return xs[image];
    }

    /** The place of an image along the second direction. */
    public double y(int image) {
        return ys[image];
    }

    /** The part of the images' variance that the plane shows, 0…1. */
    public double share() {
        return share;
    }

    /** The place of another image, by its values in the last hidden layer. */
    public Place place(float[] features) {
        return new Place(along(directions[0], features, mean), along(directions[1], features, mean));
    }

    private static double[] mean(float[][] features) {
        var mean = new double[features[0].length];
        for (var values : features) {
            for (int f = 0; f < mean.length; f++) {
                mean[f] += values[f] / features.length;
            }
        }
        return mean;
    }

    private static double[][] directions(float[][] features, double[] mean, Progress progress) {
        // Any start will do that is not orthogonal to what is looked for.
        var first = new double[mean.length];
        var second = new double[mean.length];
        Arrays.setAll(first, f -> 1 + 0.5 * Math.cos(f));
        Arrays.setAll(second, f -> Math.cos(1.7 * f));
        normalize(first);
        double change = 1;
        for (int step = 0; step < MOST_STEPS && change > FOUND; step++) {
            progress.throwIfCancelled();
            var nextFirst = stretched(first, features, mean);
            normalize(nextFirst);
            var nextSecond = stretched(second, features, mean);
            takeAway(nextFirst, nextSecond);
            normalize(nextSecond);
            change = Math.max(distance(first, nextFirst), distance(second, nextSecond));
            first = nextFirst;
            second = nextSecond;
        }
        return new double[][]{first, second};
    }

    /** A direction times the covariance matrix, but for a factor. */
    private static double[] stretched(double[] direction, float[][] features, double[] mean) {
        var sum = new double[direction.length];
        for (var values : features) {
            double length = along(direction, values, mean);
            for (int f = 0; f < sum.length; f++) {
                sum[f] += length * (values[f] - mean[f]);
            }
        }
        return sum;
    }

    private static double along(double[] direction, float[] values, double[] mean) {
        double sum = 0;
        for (int f = 0; f < direction.length; f++) {
            sum += direction[f] * (values[f] - mean[f]);
        }
        return sum;
    }

    private static void takeAway(double[] direction, double[] from) {
        double share = 0;
        for (int f = 0; f < from.length; f++) {
            share += direction[f] * from[f];
        }
        for (int f = 0; f < from.length; f++) {
            from[f] -= share * direction[f];
        }
    }

    /** Images that don't vary have directions of length 0. */
    private static void normalize(double[] direction) {
        double square = 0;
        for (double value : direction) {
            square += value * value;
        }
        double length = Math.sqrt(square);
        for (int f = 0; f < direction.length; f++) {
            direction[f] = length == 0 ? 0 : direction[f] / length;
        }
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int f = 0; f < a.length; f++) {
            square += (a[f] - b[f]) * (a[f] - b[f]);
        }
        return Math.sqrt(square);
    }

    /** A place on the plane. */
    public record Place(double x, double y) {}
}
