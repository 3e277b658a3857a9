package inkbench.model.network;

import org.bytedeco.javacpp.FloatPointer;

import inkbench.model.Shape;

/**
 * A convolution of the network's input. libnd4j's operation would spend most of its backward time on the gradient of the
 * pixels, which nobody needs; here the gradient of the filters is one matrix product: the patches under the kernel, with a
 * column of ones behind them for the biases, times the gradient of the output.
 */
final class FirstConvolution implements Layer {
    private final Layer convolution;
    private final Shape inputShape;
    private final Shape outputShape;
    private final int kernel;
    private final int columns;
    private final Tensor input;
    private final Tensor patches;
    private final FloatPointer x;
    private final FloatPointer dy;
    private final FloatPointer gradient;
    private final float[] picture;
    private final float[] rows;

    FirstConvolution(
            Signal input,
            Signal output,
            int kernel,
            Tensor weights,
            Tensor gradients,
            int offset,
            Tensor patches) {
        convolution = new ConvolutionLayer(input, output, kernel, weights, gradients, offset);
        this.input = input.values();
        this.kernel = kernel;
        this.patches = patches;
        inputShape = input.shape();
        outputShape = output.shape();
        columns = columns(inputShape, kernel);
        x = patches.pointer(0);
        dy = output.gradient().pointer(0);
        gradient = gradients.pointer(offset);
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
    public void forward(int samples, Pass pass) {
        convolution.forward(samples, pass);
    }

    @Override
    public void backward(int samples, Pass pass) {
        for (int i = 0; i < samples; i++) {
            input.read((long) i * picture.length, picture, picture.length);
            cutPatches();
            patches.write((long) i * rows.length, rows, 0, rows.length);
        }
        // Biases lie behind the weights, so that the row of the ones ends up in theirs.
        int positions = samples * outputShape.height() * outputShape.width();
        Blas.productOfTransposed(columns, outputShape.channels(), positions, x, dy, gradient);
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
