package inkbench.model.network;

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
record Signal(Shape shape, Tensor values, Tensor gradient) {
    /** The same values seen as another shape of the same size. */
    Signal as(Shape other) {
        return new Signal(other, values, gradient);
    }
}
