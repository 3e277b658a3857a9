package inkbench.model.network;

/** Where the pictures of a batch come from. Asked by several threads at a time, each for another shard. */
public interface PictureSource {
    /**
     * Gives one picture.
     *
     * @param sample
     *            its place in the batch, from 0
     * @param shard
     *            the shard it belongs to; nobody else asks for that shard at the same time
     * @param target
     *            takes {@code height × width} greys, 0…1
     */
    void copy(int sample, int shard, float[] target);

    /** The class of a sample; 0 where it is unknown. */
    int label(int sample);
}
