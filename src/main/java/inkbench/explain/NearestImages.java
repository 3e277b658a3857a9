package inkbench.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;

/**
 * Images of a data set by the values that they have in a network's last hidden layer, and those of them that are nearest to
 * another one: exact, by going through all of them.
 *
 * <p>Distances are Euclidean. What follows that layer is linear, so two images whose distance is d have logits that differ by
 * at most d times the length of a class's weights: who is near is read alike. The angle says less, because it leaves out the
 * length of the values, which is how sure the network is.
 */
public final class NearestImages {
    /** The most memory that the values take, whatever the layer: 256 MB (of 2²⁰ bytes), at 128 values that is room for 524,288 images. */
    public static final long MOST_BYTES = 1L << 28;

    /** As many images lie together, value by value, so that the loop over them is made of vector instructions. */
    private static final int BLOCK = 1024;

    private final Dataset dataset;
    private final Weights weights;
    private final int[] places;
    private final float[][] blocks;
    private final int width;

    private NearestImages(Dataset dataset, Weights weights, int[] places, float[][] blocks, int width) {
        this.dataset = dataset;
        this.weights = weights;
        this.places = places;
        this.blocks = blocks;
        this.width = width;
    }

    /**
     * Reads the images. Where their values would take more than {@code mostBytes}, only every second, third, … image is taken.
     *
     * @param mostBytes
     *            usually {@link #MOST_BYTES}
     * @throws java.util.concurrent.CancellationException
     *             soon after {@code progress} is cancelled
     */
    public static NearestImages of(
            Predictor predictor,
            Weights weights,
            Dataset dataset,
            long mostBytes,
            Progress progress) {
        int width = predictor.featureCount();
        long room = Math.max(1, mostBytes / ((long) width * Float.BYTES));
        int step = Math.toIntExact(Math.max(1, Math.ceilDiv(dataset.size(), room)));
        var places = new int[Math.ceilDiv(dataset.size(), step)];
        Arrays.setAll(places, i -> i * step);
        var blocks = new float[Math.ceilDiv(places.length, BLOCK)][];
        Arrays.setAll(blocks, b -> new float[Math.min(BLOCK, places.length - b * BLOCK) * width]);
        predictor.featuresAll(weights, dataset.subset(places), progress, (image, features) -> {
            var block = blocks[image / BLOCK];
            int length = block.length / width;
            for (int f = 0; f < width; f++) {
                block[f * length + image % BLOCK] = features[f];
            }
        });
        return new NearestImages(dataset, weights, places, blocks, width);
    }

    /** The same for other labels of the same images; empty if the images are others. */
    public Optional<NearestImages> on(Dataset images) {
        if (images == dataset) {
            return Optional.of(this);
        }
        boolean same = images.original() == dataset.original()
                && images.size() == dataset.size()
                && IntStream.range(0, images.size()).allMatch(i -> images.sourceIndex(i) == dataset.sourceIndex(i));
        return same ? Optional.of(new NearestImages(images, weights, places, blocks, width)) : Optional.empty();
    }

    /** The images that were given, whether all were read or not. */
    public Dataset dataset() {
        return dataset;
    }

    /** The weights that they were read with. */
    public Weights weights() {
        return weights;
    }

    /** How many images were read. */
    public int size() {
        return places.length;
    }

    /** How many values the last hidden layer has. */
    public int featureCount() {
        return width;
    }

    /**
     * The nearest images, nearest first; of equals, the one that comes first in the data set.
     *
     * @param features
     *            of the image whose neighbours are wanted: {@link #featureCount()} values
     * @param count
     *            so many are wanted, from 1 on; fewer if there are no more
     */
    public List<Neighbour> nearest(float[] features, int count) {
        if (features.length != width) {
            throw new IllegalArgumentException(width + " values expected, " + features.length + " given");
        }
        var order = Comparator.comparingDouble(Neighbour::distance).thenComparingInt(Neighbour::index);
        // The farthest of those kept is the first to go.
        var kept = new PriorityQueue<>(order.reversed());
        var squares = new float[BLOCK];
        for (int b = 0; b < blocks.length; b++) {
            int length = blocks[b].length / width;
            squaredDistances(blocks[b], length, features, squares);
            double limit = kept.size() < count ? Double.POSITIVE_INFINITY : kept.peek().distance();
            for (int i = 0; i < length; i++) {
                double distance = Math.sqrt(squares[i]);
                if (distance < limit) {
                    kept.add(new Neighbour(places[b * BLOCK + i], distance));
                    if (kept.size() > count) {
                        kept.remove();
                    }
                    limit = kept.size() < count ? limit : kept.peek().distance();
                }
            }
        }
        return kept.stream().sorted(order).toList();
    }

    private static void squaredDistances(float[] block, int length, float[] features, float[] squares) {
        Arrays.fill(squares, 0);
        for (int f = 0; f < features.length; f++) {
            add(block, f * length, length, features[f], squares);
        }
    }

    private static void add(float[] values, int from, int length, float feature, float[] squares) {
        for (int i = 0; i < length; i++) {
            float difference = values[from + i] - feature;
            squares[i] += difference * difference;
        }
    }

    /**
     * One image.
     *
     * @param index
     *            its place in {@link #dataset()}
     * @param distance
     *            Euclidean, from 0
     */
    public record Neighbour(int index, double distance) {}
}
