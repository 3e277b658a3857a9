package inkbench.model.network.layer.convolution;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.List;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.reorder;

import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.ShardLayer;
import inkbench.model.network.tensor.OneDnn;
import inkbench.model.network.tensor.OneDnn.Argument;
import inkbench.model.network.tensor.PerCount;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/**
 * One shard of a convolution by oneDNN. Values and gradients stay as they lie in memory; weights are brought into the order
 * that a primitive wants, and their gradient out of it, on every pass: they are few. By Winograd's algorithm where the channels
 * are in groups ({@link Grouping}).
 */
final class OneDnnConvolution implements ShardLayer {
    private final PerCount forward;
    private final PerCount backward;

    /** Binds one shard; without a gradient of the input none is computed. */
    OneDnnConvolution(ConvolutionBinding binding, int shard) {
        forward = new PerCount(samples -> new Primitives(binding, shard, samples).forward());
        backward = new PerCount(samples -> new Primitives(binding, shard, samples).backward());
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        forward.run(pass.samples());
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        backward.run(pass.samples());
    }

    /** What oneDNN has to be told for batches of one size. */
    private static final class Primitives {
        private final ConvolutionBinding binding;
        private final int shard;
        private final int first;

        private final memory.desc values;
        private final memory.desc products;
        private final memory.desc filter;
        private final memory.desc filterAsItLies;
        private final memory.desc bias;
        private final dnnl.algorithm algorithm;
        private final long[] strides;
        private final long[] zerosBefore;
        private final long[] zerosBehind;

        private final convolution_forward.primitive_desc forward;

        Primitives(ConvolutionBinding binding, int shard, int samples) {
            this.binding = binding;
            this.shard = shard;
            var pass = Pass.predicting(samples, binding.shards());
            first = pass.first(shard);
            int count = pass.end(shard) - first;
            var spec = binding.spec();
            int kernel = spec.kernel();
            int stride = spec.stride();
            values = layout(count, binding.input(), binding.output().groups() > 1);
            products = layout(count, binding.output(), false);
            // The simple one where the other is not possible, or not quicker for so few samples.
            algorithm = binding.input().groups() > 1
                    ? dnnl.algorithm.convolution_auto
                    : dnnl.algorithm.convolution_direct;
            filter = OneDnn.floats(format_tag.any, binding.filters(), binding.channels(), kernel, kernel);
            filterAsItLies = OneDnn.floats(format_tag.hwio, binding.filters(), binding.channels(), kernel, kernel);
            bias = OneDnn.floats(format_tag.a, binding.filters());
            strides = new long[]{stride, stride};
            int height = binding.input().shape().height();
            int width = binding.input().shape().width();
            var padding = spec.padding();
            int above = padding.zerosBefore(height, kernel, stride);
            int left = padding.zerosBefore(width, kernel, stride);
            zerosBefore = new long[]{above, left};
            zerosBehind = new long[]{
                    padding.zeros(height, kernel, stride) - above,
                    padding.zeros(width, kernel, stride) - left};
            var kind = binding.gradients() == null ? prop_kind.forward_inference : prop_kind.forward_training;
            forward = new convolution_forward.primitive_desc(
                    new convolution_forward.desc(
                            kind,
                            algorithm,
                            values,
                            filter,
                            bias,
                            products,
                            strides,
                            zerosBefore,
                            zerosBehind),
                    OneDnn.attributes(),
                    OneDnn.engine());
        }

        private static memory.desc layout(int count, Signal signal, boolean groupsBehind) {
            var shape = signal.shape();
            format_tag tag;
            if (signal.groups() > 1) {
                tag = format_tag.nChw16c;
            } else if (groupsBehind) {
                // Of a single channel; this name for it finds the quick way.
                tag = format_tag.nchw;
            } else {
                tag = format_tag.nhwc;
            }
            // The shape is always named in this order, whatever the layout.
            return OneDnn.floats(tag, count, shape.channels(), shape.height(), shape.width());
        }

        Runnable forward() {
            var weights = OneDnn.make(forward.weights_desc());
            var reorder = reorder(OneDnn.of(binding.weights(), binding.offset(), filterAsItLies), weights);
            var convolve = OneDnn.bind(
                    new convolution_forward(forward),
                    forward.scratchpad_desc(),
                    new Argument(DNNL_ARG_SRC, input(binding.input().values())),
                    new Argument(DNNL_ARG_WEIGHTS, weights),
                    new Argument(DNNL_ARG_BIAS, OneDnn.of(binding.weights(), biasOffset(), bias)),
                    new Argument(DNNL_ARG_DST, output(binding.output().values())));
            return inOrder(List.of(reorder, convolve));
        }

        Runnable backward() {
            return binding.input().gradient() == null
                    ? parameterGradients()
                    : inOrder(List.of(inputGradient(), parameterGradients()));
        }

        private Runnable inputGradient() {
            var primitive = new convolution_backward_data.primitive_desc(
                    new convolution_backward_data.desc(
                            algorithm,
                            values,
                            filter,
                            products,
                            strides,
                            zerosBefore,
                            zerosBehind),
                    OneDnn.attributes(),
                    OneDnn.engine(),
                    forward);
            var weights = OneDnn.make(primitive.weights_desc());
            var reorder = reorder(OneDnn.of(binding.weights(), binding.offset(), filterAsItLies), weights);
            var convolve = OneDnn.bind(
                    new convolution_backward_data(primitive),
                    primitive.scratchpad_desc(),
                    new Argument(DNNL_ARG_DIFF_DST, output(binding.output().gradient())),
                    new Argument(DNNL_ARG_WEIGHTS, weights),
                    new Argument(DNNL_ARG_DIFF_SRC, input(binding.input().gradient())));
            return inOrder(List.of(reorder, convolve));
        }

        private Runnable parameterGradients() {
            var primitive = new convolution_backward_weights.primitive_desc(
                    new convolution_backward_weights.desc(
                            algorithm,
                            values,
                            filter,
                            bias,
                            products,
                            strides,
                            zerosBefore,
                            zerosBehind),
                    OneDnn.attributes(),
                    OneDnn.engine(),
                    forward);
            var gradients = binding.gradients(shard);
            var weights = OneDnn.make(primitive.diff_weights_desc());
            var convolve = OneDnn.bind(
                    new convolution_backward_weights(primitive),
                    primitive.scratchpad_desc(),
                    new Argument(DNNL_ARG_SRC, input(binding.input().values())),
                    new Argument(DNNL_ARG_DIFF_DST, output(binding.output().gradient())),
                    new Argument(DNNL_ARG_DIFF_WEIGHTS, weights),
                    new Argument(DNNL_ARG_DIFF_BIAS, OneDnn.of(gradients, binding.biases(), bias)));
            return inOrder(List.of(convolve, reorder(weights, OneDnn.of(gradients, 0, filterAsItLies))));
        }

        private long biasOffset() {
            return (long) binding.offset() + binding.biases();
        }

        private memory input(Tensor tensor) {
            return OneDnn.of(tensor, binding.input().offset(first), values);
        }

        private memory output(Tensor tensor) {
            return OneDnn.of(tensor, binding.output().offset(first), products);
        }

        private static Runnable reorder(memory from, memory to) {
            return OneDnn.bind(
                    new reorder(from, to),
                    new Argument(DNNL_ARG_FROM, from),
                    new Argument(DNNL_ARG_TO, to));
        }

        private static Runnable inOrder(List<Runnable> operations) {
            return () -> operations.forEach(Runnable::run);
        }
    }
}
