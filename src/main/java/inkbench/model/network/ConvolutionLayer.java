package inkbench.model.network;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A valid convolution with stride 1 by libnd4j, which hands it to oneDNN where that is built in. */
final class ConvolutionLayer implements Layer {
    private final PerCount forward;
    private final PerCount backward;

    /**
     * Binds a layer.
     *
     * @param input
     *            with a gradient when training; {@link FirstConvolution} does without
     * @param weights
     *            all parameters of the network; this layer's {@code [kernel, kernel, inputChannels, filters]} lie at
     *            {@code offset}, its biases behind them
     * @param gradients
     *            theirs, in the same layout; null in a network that only predicts
     */
    ConvolutionLayer(Signal input, Signal output, int kernel, Tensor weights, Tensor gradients, int offset) {
        int channels = input.shape().channels();
        int filters = output.shape().channels();
        long biasOffset = offset + (long) kernel * kernel * channels * filters;
        // Kernel, stride, padding, dilation (heights before widths), no "same" padding, channels last, weights as above.
        long[] arguments = {kernel, kernel, 1, 1, 0, 0, 1, 1, 0, 1, 0};
        INDArray filter = weights.view(offset, kernel, kernel, channels, filters);
        INDArray bias = weights.view(biasOffset, filters);
        forward = new PerCount(
                samples -> new NativeOperation(
                        "conv2d",
                        List.of(Pictures.of(input.shape(), input.values(), samples), filter, bias),
                        List.of(Pictures.of(output.shape(), output.values(), samples)),
                        arguments));
        backward = new PerCount(
                samples -> new NativeOperation(
                        "conv2d_bp",
                        List.of(
                                Pictures.of(input.shape(), input.values(), samples),
                                filter,
                                bias,
                                Pictures.of(output.shape(), output.gradient(), samples)),
                        List.of(
                                Pictures.of(input.shape(), input.gradient(), samples),
                                gradients.view(offset, kernel, kernel, channels, filters),
                                gradients.view(biasOffset, filters)),
                        arguments));
    }

    @Override
    public void forward(int samples, Pass pass) {
        forward.run(samples);
    }

    @Override
    public void backward(int samples, Pass pass) {
        backward.run(samples);
    }
}
