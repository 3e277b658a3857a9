package inkbench.model.network.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

import inkbench.model.Shape;

/**
 * What passes between two layers for up to a fixed number of samples.
 *
 * @param shape
 *            of one sample
 * @param groups
 *            the channels lie in so many groups, 1 where nothing else is said
 * @param values
 *            {@code [sample, group, height, width, channel of the group]}
 * @param gradient
 *            of the loss with respect to the values, in the same layout; null where nobody needs it
 */
public record Signal(Shape shape, int groups, Tensor values, Tensor gradient) {
    /** With all channels in one group. */
    public Signal(Shape shape, Tensor values, Tensor gradient) {
        this(shape, 1, values, gradient);
    }

    /** The same values seen as another shape of the same size. */
    public Signal as(Shape other) {
        if (groups != 1) {
            throw new IllegalStateException("Channels in " + groups + " groups");
        }
        return new Signal(other, values, gradient);
    }

    /** Where the values of a sample begin. */
    public long offset(int sample) {
        return (long) sample * shape.size();
    }

    /** The values of some samples as ND4J's operations on pictures want them: {@code [sample, height, width, channel]}. */
    public INDArray pictures(int first, int samples) {
        return view(values, first, samples);
    }

    /** The gradient of some samples in the same way. */
    public INDArray pictureGradients(int first, int samples) {
        return view(gradient, first, samples);
    }

    private INDArray view(Tensor tensor, int first, int samples) {
        return tensor.view(offset(first), samples, shape.height(), shape.width(), shape.channels());
    }
}
