package inkbench.model.network.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

import inkbench.model.Shape;

/**
 * What passes between two layers for up to a fixed number of samples.
 *
 * @param shape
 *            of one sample
 * @param values
 *            {@code [sample, height, width, channel]}
 * @param gradient
 *            of the loss with respect to the values, in the same layout; null where nobody needs it
 */
public record Signal(Shape shape, Tensor values, Tensor gradient) {
    /** The same values seen as another shape of the same size. */
    public Signal as(Shape other) {
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
