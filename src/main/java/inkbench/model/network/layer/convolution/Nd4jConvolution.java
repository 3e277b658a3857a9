package inkbench.model.network.layer.convolution;

import java.util.List;

import inkbench.model.Padding;
import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.ShardLayer;
import inkbench.model.network.tensor.NativeOperation;
import inkbench.model.network.tensor.PerCount;

/** One shard of a convolution by libnd4j, which hands it to oneDNN where that is built in. */
final class Nd4jConvolution implements ShardLayer {
    private final PerCount forward;
    private final PerCount backward;

    /** Binds one shard; when training, the input needs a gradient: {@link FirstConvolution} does without. */
    Nd4jConvolution(ConvolutionBinding binding, int shard) {
        var spec = binding.spec();
        var input = binding.input();
        var output = binding.output();
        int kernel = spec.kernel();
        int channels = binding.channels();
        int filters = binding.filters();
        int biases = binding.biases();
        int stride = spec.stride();
        // Kernel, stride, padding, dilation (heights before widths), "same" padding, channels last, weights as above.
        int same = spec.padding() == Padding.SAME ? 1 : 0;
        long[] arguments = {kernel, kernel, stride, stride, 0, 0, 1, 1, same, 1, 0};
        var filter = binding.weights().view(binding.offset(), kernel, kernel, channels, filters);
        var bias = binding.weights().view((long) binding.offset() + biases, filters);
        forward = new PerCount(samples -> {
            var pass = Pass.predicting(samples, binding.shards());
            int first = pass.first(shard);
            int count = pass.end(shard) - first;
            return new NativeOperation(
                    "conv2d",
                    List.of(input.pictures(first, count), filter, bias),
                    List.of(output.pictures(first, count)),
                    arguments);
        });
        backward = new PerCount(samples -> {
            var pass = Pass.predicting(samples, binding.shards());
            int first = pass.first(shard);
            int count = pass.end(shard) - first;
            var gradients = binding.gradients(shard);
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
