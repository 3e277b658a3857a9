package inkbench.model.network;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Shape;

/** The definitions of the layers in double precision, written for nothing but to be seen to be right. */
final class ReferenceNetwork {
    private static final double STEP = 1e-6;

    private final Architecture architecture;
    private final double smoothing;

    ReferenceNetwork(Architecture architecture) {
        this(architecture, 0);
    }

    ReferenceNetwork(Architecture architecture, double smoothing) {
        this.architecture = architecture;
        this.smoothing = smoothing;
    }

    /** The logits of one sample, without dropout. */
    double[] logits(double[] parameters, double[] sample) {
        var values = sample;
        var shape = architecture.input();
        int offset = 0;
        for (var row : architecture.summary()) {
            values = forward(row.layer(), values, shape, row.outputShape(), parameters, offset);
            shape = row.outputShape();
            offset += row.parameters();
        }
        return values;
    }

    /** Mean cross-entropy of the samples' softmax. */
    double loss(double[] parameters, double[][] samples, int[] labels) {
        double loss = 0;
        for (int i = 0; i < samples.length; i++) {
            var logits = logits(parameters, samples[i]);
            double sum = 0;
            for (double logit : logits) {
                sum += Math.exp(logit);
            }
            for (int j = 0; j < logits.length; j++) {
                double wanted = (j == labels[i] ? 1 - smoothing : 0) + smoothing / logits.length;
                loss += wanted * (Math.log(sum) - logits[j]);
            }
        }
        return loss / samples.length;
    }

    /** The gradient of the loss by central differences. */
    double[] gradient(double[] parameters, double[][] samples, int[] labels) {
        var gradient = new double[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            double kept = parameters[i];
            parameters[i] = kept + STEP;
            double above = loss(parameters, samples, labels);
            parameters[i] = kept - STEP;
            double below = loss(parameters, samples, labels);
            parameters[i] = kept;
            gradient[i] = (above - below) / (2 * STEP);
        }
        return gradient;
    }

    private static double[] forward(LayerSpec layer, double[] x, Shape in, Shape out, double[] w, int offset) {
        return switch (layer) {
            case Dense dense -> activate(dense(x, out.size(), w, offset), dense.activation());
            case Convolution convolution -> activate(
                    convolution(x, in, out, convolution.kernel(), w, offset),
                    convolution.activation());
            case MaxPooling pooling -> maxPooling(x, in, out, pooling.size());
            case Dropout _,Flatten _ -> x;
        };
    }

    private static double[] dense(double[] x, int units, double[] w, int offset) {
        var y = new double[units];
        for (int j = 0; j < units; j++) {
            y[j] = w[offset + x.length * units + j];
            for (int i = 0; i < x.length; i++) {
                y[j] += x[i] * w[offset + i * units + j];
            }
        }
        return y;
    }

    private static double[] convolution(double[] x, Shape in, Shape out, int kernel, double[] w, int offset) {
        var result = new double[out.size()];
        int filters = out.channels();
        int biases = offset + kernel * kernel * in.channels() * filters;
        for (int i = 0; i < result.length; i++) {
            int filter = i % filters;
            int column = i / filters % out.width();
            int row = i / filters / out.width();
            result[i] = w[biases + filter];
            for (int ky = 0; ky < kernel; ky++) {
                for (int kx = 0; kx < kernel; kx++) {
                    for (int c = 0; c < in.channels(); c++) {
                        double value = x[((row + ky) * in.width() + column + kx) * in.channels() + c];
                        result[i] += value * w[offset + ((ky * kernel + kx) * in.channels() + c) * filters + filter];
                    }
                }
            }
        }
        return result;
    }

    private static double[] maxPooling(double[] x, Shape in, Shape out, int size) {
        var result = new double[out.size()];
        for (int i = 0; i < result.length; i++) {
            int channel = i % out.channels();
            int column = i / out.channels() % out.width();
            int row = i / out.channels() / out.width();
            result[i] = Double.NEGATIVE_INFINITY;
            for (int dy = 0; dy < size; dy++) {
                for (int dx = 0; dx < size; dx++) {
                    int at = (row * size + dy) * in.width() + column * size + dx;
                    result[i] = Math.max(result[i], x[at * in.channels() + channel]);
                }
            }
        }
        return result;
    }

    private static double[] activate(double[] values, Activation activation) {
        if (activation == Activation.RELU) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(0, values[i]);
            }
        }
        return values;
    }
}
