package inkbench.model.network;

import java.util.List;

/** The largest value of every square, by libnd4j. */
final class MaxPoolingLayer implements Layer {
    private final PerCount forward;
    private final PerCount backward;

    MaxPoolingLayer(Signal input, Signal output, int size) {
        // Kernel, stride, padding, dilation (heights before widths), no "same" padding, unused, channels last.
        long[] arguments = {size, size, size, size, 0, 0, 1, 1, 0, 1, 1};
        forward = new PerCount(
                samples -> new NativeOperation(
                        "maxpool2d",
                        List.of(Pictures.of(input.shape(), input.values(), samples)),
                        List.of(Pictures.of(output.shape(), output.values(), samples)),
                        arguments));
        backward = new PerCount(
                samples -> new NativeOperation(
                        "maxpool2d_bp",
                        List.of(
                                Pictures.of(input.shape(), input.values(), samples),
                                Pictures.of(output.shape(), output.gradient(), samples)),
                        List.of(Pictures.of(input.shape(), input.gradient(), samples)),
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
