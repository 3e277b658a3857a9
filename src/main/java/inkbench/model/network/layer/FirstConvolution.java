package inkbench.model.network.layer;

import org.bytedeco.javacpp.FloatPointer;

import inkbench.model.Shape;
import inkbench.model.network.tensor.Blas;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/**
 * One shard of a convolution of the network's input. libnd4j's operation would spend most of its backward time on the gradient of the
 * pixels, which nobody needs; here the gradient of the filters is one matrix product: the patches under the kernel, with a
 * column of ones behind them for the biases, times the gradient of the output.
 */
final class FirstConvolution implements ShardLayer {
    private final ConvolutionLayer convolution;
    private final Shape inputShape;
    private final Shape outputShape;
    private final int kernel;
    private final int columns;
    private final Signal input;
    private final Signal output;
    private final Tensor patches;
    private final FloatPointer x;
    private final FloatPointer gradient;
    private final float[] picture;
    private final float[] rows;

    /**
     * Binds a layer.
     *
     * @param convolution
     *            does the way forward
     * @param gradients
     *            takes the gradient of the weights and behind them that of the biases
     * @param patches
     *            room for {@link #patchValues} of a shard's samples
     */
    FirstConvolution(
            ConvolutionLayer convolution,
            Signal input,
            Signal output,
            int kernel,
            Tensor gradients,
            Tensor patches) {
        this.convolution = convolution;
        this.input = input;
        this.output = output;
        this.kernel = kernel;
        this.patches = patches;
        inputShape = input.shape();
        outputShape = output.shape();
        columns = columns(inputShape, kernel);
        x = patches.pointer(0);
        gradient = gradients.pointer(0);
        picture = new float[inputShape.size()];
        rows = new float[outputShape.height() * outputShape.width() * columns];
    }

    /** How many values the patches of {@code samples} pictures have. */
    static long patchValues(Shape input, Shape output, int kernel, int samples) {
        return (long) samples * output.height() * output.width() * columns(input, kernel);
    }

    private static int columns(Shape input, int kernel) {
        return kernel * kernel * input.channels() + 1;
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        convolution.forward(from, to, pass);
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        for (int i = from; i < to; i++) {
            input.values().read(input.offset(i), picture, picture.length);
            cutPatches();
            patches.write((long) (i - from) * rows.length, rows, 0, rows.length);
        }
        // Biases lie behind the weights, so that the row of the ones ends up in theirs.
        int positions = (to - from) * outputShape.height() * outputShape.width();
        int filters = outputShape.channels();
        var dy = output.gradient().pointer(output.offset(from));
        Blas.productOfTransposed(columns, filters, positions, x, columns, dy, gradient);
    }

    private void cutPatches() {
        int line = inputShape.width() * inputShape.channels();
        int run = kernel * inputShape.channels();
        int to = 0;
        for (int y = 0; y < outputShape.height(); y++) {
            for (int x0 = 0; x0 < outputShape.width(); x0++) {
                int from = y * line + x0 * inputShape.channels();
                for (int k = 0; k < kernel; k++, from += line) {
                    for (int j = 0; j < run; j++) {
                        rows[to++] = picture[from + j];
                    }
                }
                rows[to++] = 1;
            }
        }
    }
}
