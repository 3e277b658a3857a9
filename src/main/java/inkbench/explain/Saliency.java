package inkbench.explain;

import inkbench.model.Architecture;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;

/**
 * How the score of a class, its logit, would change with each pixel: Simonyan, Vedaldi and Zisserman, "Deep inside convolutional
 * networks: visualising image classification models and saliency maps" (ICLR workshop 2014), but with the sign kept. The gradient
 * is that of the network's backward pass.
 *
 * @param classIndex
 *            the class that was asked about
 * @param width
 *            of the picture in pixels
 * @param height
 *            of the picture in pixels
 * @param gradient
 *            derivative of the logit with respect to every grey 0…1, row by row: positive where more ink would speak for the
 *            class. Not to be written to
 */
public record Saliency(int classIndex, int width, int height, float[] gradient) {
    /**
     * Computes it, in about the time of two readings.
     *
     * @param pixels
     *            {@code height × width} unsigned bytes
     */
    public static Saliency of(
            Predictor predictor,
            Architecture architecture,
            Weights weights,
            byte[] pixels,
            int classIndex) {
        return new Saliency(
                classIndex,
                architecture.input().width(),
                architecture.input().height(),
                predictor.gradientNow(weights, pixels, classIndex));
    }
}
