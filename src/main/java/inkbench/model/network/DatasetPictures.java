package inkbench.model.network;

import inkbench.data.Images;

/** Batches of a data set's images as they are: grey values 0…255 become 0…1. */
public final class DatasetPictures implements PictureSource {
    // Several times as quick as dividing.
    private static final float[] GREYS = new float[256];

    static {
        for (int i = 0; i < GREYS.length; i++) {
            GREYS[i] = i / 255f;
        }
    }

    private final byte[][] pixels;
    private Images images;
    private int[] places;
    private int from;

    /**
     * Makes buffers; {@link #select} says which images.
     *
     * @param shards
     *            of the network that asks
     * @param pictureSize
     *            {@code height × width}
     */
    public DatasetPictures(int shards, int pictureSize) {
        pixels = new byte[shards][pictureSize];
    }

    /** From now on the batch is the images at {@code places[from]} and on. */
    public void select(Images images, int[] places, int from) {
        this.images = images;
        this.places = places;
        this.from = from;
    }

    @Override
    public void copy(int sample, int shard, float[] target) {
        images.copyPixels(places[from + sample], pixels[shard], 0);
        toGreys(pixels[shard], target);
    }

    @Override
    public int label(int sample) {
        return images.labelled() ? images.label(places[from + sample]) : 0;
    }

    /** Grey values 0…255 become 0…1. */
    static void toGreys(byte[] pixels, float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = GREYS[pixels[i] & 0xFF];
        }
    }
}
