package inkbench.model.network;

import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;

/** Every input to every unit, {@code y = relu(x·W + b)}: matrix products by BLAS, the rest in one pass over the rows. */
final class DenseLayer implements Layer {
    private final Signal input;
    private final Signal output;
    private final boolean relu;
    private final int inputs;
    private final int units;

    private final Tensor weights;
    private final int biasOffset;
    private final FloatPointer matrix;
    private final Tensor gradients;
    private final FloatPointer matrixGradient;

    private final FloatPointer x;
    private final FloatPointer y;
    private final FloatPointer dx;
    private final FloatPointer dy;
    private final float[] bias;
    private final float[] row;
    private final int[] outputBits;
    private final int[] gradientBits;

    /**
     * Binds a layer.
     *
     * @param weights
     *            all parameters of the network; this layer's {@code [inputs, units]} lie at {@code offset}, its biases
     *            behind them
     * @param gradients
     *            theirs, in the same layout; null in a network that only predicts
     */
    DenseLayer(Signal input, Signal output, boolean relu, Tensor weights, Tensor gradients, int offset) {
        this.input = input;
        this.output = output;
        this.relu = relu;
        this.weights = weights;
        this.gradients = gradients;
        inputs = input.shape().size();
        units = output.shape().size();
        biasOffset = offset + inputs * units;
        matrix = weights.pointer(offset);
        matrixGradient = gradients == null ? null : gradients.pointer(offset);
        x = input.values().pointer(0);
        y = output.values().pointer(0);
        dx = input.gradient() == null ? null : input.gradient().pointer(0);
        dy = output.gradient() == null ? null : output.gradient().pointer(0);
        bias = new float[units];
        row = new float[units];
        outputBits = new int[units];
        gradientBits = new int[units];
    }

    @Override
    public void forward(int samples, Pass pass) {
        Blas.product(samples, units, inputs, x, matrix, y);
        weights.read(biasOffset, bias, units);
        for (int i = 0; i < samples; i++) {
            long at = (long) i * units;
            output.values().read(at, row, units);
            activate();
            output.values().write(at, row, 0, units);
        }
    }

    private void activate() {
        if (relu) {
            for (int j = 0; j < units; j++) {
                row[j] = Math.max(row[j] + bias[j], 0);
            }
        } else {
            for (int j = 0; j < units; j++) {
                row[j] += bias[j];
            }
        }
    }

    @Override
    public void backward(int samples, Pass pass) {
        backwardThroughActivation(samples);
        Blas.productOfTransposed(inputs, units, samples, x, dy, matrixGradient);
        if (dx != null) {
            Blas.productWithTransposed(samples, inputs, units, dy, matrix, dx);
        }
    }

    /** Clears the gradient where ReLU was 0 and sums what is left over the samples: the gradient of the biases. */
    private void backwardThroughActivation(int samples) {
        Arrays.fill(bias, 0);
        for (int i = 0; i < samples; i++) {
            long at = (long) i * units;
            if (relu) {
                Relu.clearWhereZero(output, at, outputBits, gradientBits, units);
            }
            output.gradient().read(at, row, units);
            for (int j = 0; j < units; j++) {
                bias[j] += row[j];
            }
        }
        gradients.write(biasOffset, bias, 0, units);
    }
}
