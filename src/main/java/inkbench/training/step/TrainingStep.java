package inkbench.training.step;

import inkbench.data.Images;
import inkbench.model.network.layer.Loss;

/** A network that learns batch by batch. For the trainer's thread. */
public interface TrainingStep extends AutoCloseable {
    /**
     * Learns from one batch: the images of {@code images} at {@code places[from]} to {@code places[to − 1]}.
     *
     * @param iteration
     *            from 1; decides what dropout drops
     * @param learningRate
     *            step size of this update
     * @param asTheyAre
     *            whether the images are left as they are, whatever the recipe's augmentation
     * @return how well the batch was read before it was learned from, with dropout
     */
    Loss learn(Images images, int[] places, int from, int to, long iteration, double learningRate, boolean asTheyAre);

    /** How well images are read without dropout; at most {@link #measureSize()} at a time. */
    Loss measure(Images images, int[] places, int from, int to);

    /** Which class an image of the last {@link #measure} was taken for, by its number in it. */
    int answer(int sample);

    /**
     * Measures the state of batch normalisation anew, over images as they are, without dropout: the mean over all batches since
     * number 1. At most {@link #measureSize()} images at a time.
     *
     * @param number
     *            of the batch, from 1
     */
    void settle(Images images, int[] places, int from, int to, int number);

    /** How many images {@link #measure} takes at a time. */
    int measureSize();

    /** A copy of all weights. */
    float[] weights();

    /** A copy of the gradient that the last batch came to; 0 for what is not learned. */
    float[] gradient();

    /** A copy of what the optimizer remembers of the weights, for {@link #restore}. */
    float[] memory();

    /**
     * Puts back what {@link #weights()} and {@link #memory()} gave, here or in a step with the same settings: from here on, the same
     * batches lead to the same bits.
     *
     * @throws IllegalArgumentException
     *             if they are of other networks or optimizers
     */
    void restore(float[] weights, float[] memory);

    /** Puts weights in place of those that were learned; what the optimizer remembers stays. */
    void restore(float[] weights);

    /** Frees native memory. */
    @Override
    void close();
}
