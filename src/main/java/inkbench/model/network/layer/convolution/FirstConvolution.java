package inkbench.model.network.layer.convolution;

import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;

import inkbench.model.Shape;
import inkbench.model.network.layer.ActivationFunction;
import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.ShardLayer;
import inkbench.model.network.tensor.Blas;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/**
 * One shard of a convolution of the network's input, with its activation, as matrix products: of the patches under the
 * kernel, with a row of ones behind them, and the weights, with the biases behind them. With one channel that is quicker
 * than oneDNN's convolution, and the gradient of the pixels, which nobody needs, is not computed. Sample by sample, so that
 * all of it stays in the processor's cache.
 */
final class FirstConvolution implements ShardLayer {
    private final Signal input;
    private final Signal output;
    private final ActivationFunction function;
    private final int kernel;
    private final int stride;
    private final int columns;
    private final int positions;
    private final int filters;
    private final FloatPointer weights;
    private final FloatPointer weightGradients;
    private final Tensor patches;
    private final FloatPointer[] patchesOfSamples;
    private final Tensor oneSample;
    private final FloatPointer product;
    private final float[] line;
    private final float[] picture;
    private final int pictureLine;
    private final int firstPixel;
    private final float[] patch;
    private final float[] values;
    private final float[] gradient;

    /**
     * Binds one shard.
     *
     * @param patches
     *            room for {@link #patchValues}
     * @param oneSample
     *            room for one sample's output
     */
    FirstConvolution(ConvolutionBinding binding, int shard, Tensor patches, Tensor oneSample) {
        input = binding.input();
        output = binding.output();
        function = binding.function();
        var spec = binding.spec();
        kernel = spec.kernel();
        stride = spec.stride();
        weights = binding.weights().pointer(binding.offset());
        this.patches = patches;
        this.oneSample = oneSample;
        product = oneSample.pointer(0);
        weightGradients = binding.gradients() == null ? null : binding.gradients(shard).pointer(0);
        columns = columns(input.shape(), kernel);
        positions = output.shape().height() * output.shape().width();
        filters = output.shape().channels();
        int height = input.shape().height();
        int width = input.shape().width();
        int channels = input.shape().channels();
        var padding = spec.padding();
        line = new float[width * channels];
        pictureLine = (width + padding.zeros(width, kernel, stride)) * channels;
        picture = new float[(height + padding.zeros(height, kernel, stride)) * pictureLine];
        firstPixel = padding.zerosBefore(height, kernel, stride) * pictureLine
                + padding.zerosBefore(width, kernel, stride) * channels;
        patch = new float[columns * positions];
        patchesOfSamples = new FloatPointer[(int) (patches.length() / patch.length)];
        Arrays.setAll(patchesOfSamples, i -> patches.pointer((long) i * patch.length));
        values = new float[output.shape().size()];
        gradient = new float[output.shape().size()];
    }

    /** How many values the patches of a shard's pictures have. */
    static long patchValues(ConvolutionBinding binding) {
        var output = binding.output().shape();
        int columns = columns(binding.input().shape(), binding.spec().kernel());
        return (long) binding.shardCapacity() * output.height() * output.width() * columns;
    }

    private static int columns(Shape input, int kernel) {
        return kernel * kernel * input.channels() + 1;
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        for (int i = from; i < to; i++) {
            takePicture(input.offset(i));
            cutPatches();
            patches.write((long) (i - from) * patch.length, patch, 0, patch.length);
            var x = patchesOfSamples[i - from];
            Blas.productOfTransposed(positions, filters, columns, x, positions, weights, product);
            oneSample.read(0, values, values.length);
            function.apply(values, values.length);
            output.values().write(output.offset(i), values, 0, values.length);
        }
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        for (int i = from; i < to; i++) {
            output.values().read(output.offset(i), values, values.length);
            output.gradient().read(output.offset(i), gradient, gradient.length);
            function.multiplyByDerivative(values, gradient, gradient.length);
            oneSample.write(0, gradient, 0, gradient.length);
            var x = patchesOfSamples[i - from];
            Blas.product(columns, filters, positions, x, product, i > from, weightGradients);
        }
    }

    /** What lies around it stays 0. */
    private void takePicture(long offset) {
        for (int y = 0; y < input.shape().height(); y++) {
            input.values().read(offset + (long) y * line.length, line, line.length);
            System.arraycopy(line, 0, picture, firstPixel + y * pictureLine, line.length);
        }
    }

    /** A row for every weight of a filter, with what it is multiplied with at every position. */
    private void cutPatches() {
        int channels = input.shape().channels();
        int width = output.shape().width();
        int to = 0;
        for (int ky = 0; ky < kernel; ky++) {
            for (int kx = 0; kx < kernel; kx++) {
                for (int c = 0; c < channels; c++) {
                    int from = ky * pictureLine + kx * channels + c;
                    for (int y = 0; y < output.shape().height(); y++, from += stride * pictureLine, to += width) {
                        copy(from, stride * channels, to, width);
                    }
                }
            }
        }
        Arrays.fill(patch, to, patch.length, 1);
    }

    private void copy(int from, int step, int to, int count) {
        if (step == 1) {
            System.arraycopy(picture, from, patch, to, count);
        } else {
            for (int i = 0; i < count; i++) {
                patch[to + i] = picture[from + i * step];
            }
        }
    }
}
