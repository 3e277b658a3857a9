package inkbench.training.step;

import java.util.Arrays;

import inkbench.data.Images;
import inkbench.model.network.PictureSource;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.augmentation.Augmenter;

/** Batches of a data set's images, each changed in a way of its own that its place in the run decides. */
final class AugmentedPictures implements PictureSource {
    private final long seed;
    private final byte[][] pixels;
    private final Augmenter[] augmenters;
    private Images images;
    private int[] places;
    private int from;
    private long iteration;

    /**
     * Makes buffers; {@link #select} says which images.
     *
     * @param shards
     *            of the network that asks
     * @param seed
     *            of the run
     */
    AugmentedPictures(Augmentation augmentation, int shards, int height, int width, long seed) {
        this.seed = seed;
        pixels = new byte[shards][height * width];
        augmenters = new Augmenter[shards];
        Arrays.setAll(augmenters, _ -> new Augmenter(augmentation, height, width));
    }

    /** From now on the batch is the images at {@code places[from]} and on, as they look in an iteration. */
    void select(Images images, int[] places, int from, long iteration) {
        this.images = images;
        this.places = places;
        this.from = from;
        this.iteration = iteration;
    }

    @Override
    public void copy(int sample, int shard, float[] target) {
        images.copyPixels(places[from + sample], pixels[shard], 0);
        augmenters[shard].apply(pixels[shard], Seeds.of(seed, Seeds.AUGMENTATION, iteration, sample), target);
    }

    @Override
    public int label(int sample) {
        return images.label(places[from + sample]);
    }
}
