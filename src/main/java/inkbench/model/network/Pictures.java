package inkbench.model.network;

import org.nd4j.linalg.api.ndarray.INDArray;

import inkbench.model.Shape;

/** Tensors as ND4J's operations on pictures want them: {@code [sample, height, width, channel]}. */
final class Pictures {
    private Pictures() {}

    static INDArray of(Shape shape, Tensor tensor, int samples) {
        return tensor.view(0, samples, shape.height(), shape.width(), shape.channels());
    }
}
