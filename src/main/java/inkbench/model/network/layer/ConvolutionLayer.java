package inkbench.model.network.layer;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

import inkbench.model.LayerSpec.Convolution;
import inkbench.model.Padding;
import inkbench.model.network.tensor.NativeOperation;
import inkbench.model.network.tensor.PerCount;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/** One shard of a convolution by libnd4j, which hands it to oneDNN where that is built in. */
final class ConvolutionLayer implements ShardLayer {
    private final PerCount forward;
    private final PerCount backward;

    /**
     * Binds a layer.
     *
     * @param shard
     *            which one, of so many {@code shards}
     * @param input
     *            with a gradient when training; {@link FirstConvolution} does without
     * @param weights
     *            all parameters of the network; this layer's {@code [kernel, kernel, inputChannels, filters]} lie at
     *            {@code offset}, its biases behind them
     * @param gradients
     *            takes theirs, in the same layout from 0 on; null in a network that only predicts
     */
    ConvolutionLayer(
            int shard,
            int shards,
            Signal input,
            Signal output,
            Convolution spec,
            Tensor weights,
            int offset,
            Tensor gradients) {
        int kernel = spec.kernel();
        int channels = input.shape().channels();
        int filters = output.shape().channels();
        int biases = kernel * kernel * channels * filters;
        int stride = spec.stride();
        // Kernel, stride, padding, dilation (heights before widths), "same" padding, channels last, weights as above.
        int same = spec.padding() == Padding.SAME ? 1 : 0;
        long[] arguments = {kernel, kernel, stride, stride, 0, 0, 1, 1, same, 1, 0};
        INDArray filter = weights.view(offset, kernel, kernel, channels, filters);
        INDArray bias = weights.view(offset + biases, filters);
        forward = new PerCount(samples -> {
            var pass = new Pass(samples, shards, false, 0);
            int first = pass.first(shard);
            int count = pass.end(shard) - first;
            return new NativeOperation(
                    "conv2d",
                    List.of(input.pictures(first, count), filter, bias),
                    List.of(output.pictures(first, count)),
                    arguments);
        });
        backward = new PerCount(samples -> {
            var pass = new Pass(samples, shards, true, 0);
            int first = pass.first(shard);
            int count = pass.end(shard) - first;
            return new NativeOperation(
                    "conv2d_bp",
                    List.of(input.pictures(first, count), filter, bias, output.pictureGradients(first, count)),
                    List.of(
                            input.pictureGradients(first, count),
                            gradients.view(0, kernel, kernel, channels, filters),
                            gradients.view(biases, filters)),
                    arguments);
        });
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        forward.run(pass.samples());
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        backward.run(pass.samples());
    }
}
