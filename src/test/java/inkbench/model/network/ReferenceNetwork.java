package inkbench.model.network;

import java.util.Arrays;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Padding;
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

    /** The logits of every sample of a batch while training, without dropout. */
    double[][] logits(double[] parameters, double[][] samples) {
        return logits(parameters, samples, true);
    }

    /** The logits of every sample as a trained network has them. */
    double[][] predictedLogits(double[] parameters, double[][] samples) {
        return logits(parameters, samples, false);
    }

    private double[][] logits(double[] parameters, double[][] samples, boolean training) {
        var values = samples;
        var in = architecture.input();
        int offset = 0;
        for (var row : architecture.summary()) {
            var out = row.outputShape();
            if (row.layer() instanceof BatchNormalization) {
                values = batchNormalization(values, in.channels(), parameters, offset, training);
            } else {
                var next = new double[values.length][];
                for (int i = 0; i < next.length; i++) {
                    next[i] = forward(row.layer(), values[i], in, out, parameters, offset);
                }
                values = next;
            }
            in = out;
            offset += row.parameters();
        }
        return values;
    }

    /** Mean cross-entropy of the samples' softmax. */
    double loss(double[] parameters, double[][] samples, int[] labels) {
        var all = logits(parameters, samples);
        double loss = 0;
        for (int i = 0; i < samples.length; i++) {
            var logits = all[i];
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
                    convolution(x, in, out, convolution, w, offset),
                    convolution.activation());
            case Activate activate -> activate(x, activate.activation());
            case MaxPooling pooling -> pooling(x, in, out, pooling.size(), pooling.size(), true);
            case AveragePooling pooling -> pooling(x, in, out, pooling.size(), pooling.size(), false);
            case GlobalAveragePooling _ -> pooling(x, in, out, in.height(), in.width(), false);
            case Dropout _,Flatten _ -> x;
            case BatchNormalization _ -> throw new IllegalArgumentException("Not a function of one sample");
        };
    }

    private static double[][] batchNormalization(
            double[][] x,
            int channels,
            double[] w,
            int offset,
            boolean training) {
        var result = new double[x.length][x[0].length];
        for (int channel = 0; channel < channels; channel++) {
            double mean = w[offset + 2 * channels + channel];
            double variance = w[offset + 3 * channels + channel];
            if (training) {
                mean = mean(x, channel, channels, 0, 1);
                variance = mean(x, channel, channels, mean, 2);
            }
            double scale = w[offset + channel] / Math.sqrt(variance + 1e-3);
            for (int i = 0; i < x.length; i++) {
                for (int j = channel; j < x[i].length; j += channels) {
                    result[i][j] = (x[i][j] - mean) * scale + w[offset + channels + channel];
                }
            }
        }
        return result;
    }

    /** The mean of {@code (x − centre)^power} over all values of a channel. */
    private static double mean(double[][] x, int channel, int channels, double centre, int power) {
        double sum = 0;
        int count = 0;
        for (var sample : x) {
            for (int j = channel; j < sample.length; j += channels) {
                sum += Math.pow(sample[j] - centre, power);
                count++;
            }
        }
        return sum / count;
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

    private static double[] convolution(double[] x, Shape in, Shape out, Convolution spec, double[] w, int offset) {
        var result = new double[out.size()];
        int kernel = spec.kernel();
        int filters = out.channels();
        int biases = offset + kernel * kernel * in.channels() * filters;
        int above = zerosBefore(in.height(), out.height(), spec);
        int left = zerosBefore(in.width(), out.width(), spec);
        for (int i = 0; i < result.length; i++) {
            int filter = i % filters;
            int column = i / filters % out.width();
            int row = i / filters / out.width();
            result[i] = w[biases + filter];
            for (int ky = 0; ky < kernel; ky++) {
                for (int kx = 0; kx < kernel; kx++) {
                    int y = row * spec.stride() + ky - above;
                    int z = column * spec.stride() + kx - left;
                    if (y < 0 || y >= in.height() || z < 0 || z >= in.width()) {
                        continue;
                    }
                    for (int c = 0; c < in.channels(); c++) {
                        double value = x[(y * in.width() + z) * in.channels() + c];
                        result[i] += value * w[offset + ((ky * kernel + kx) * in.channels() + c) * filters + filter];
                    }
                }
            }
        }
        return result;
    }

    /** As TensorFlow's documentation of convolutions has it. */
    private static int zerosBefore(int length, int positions, Convolution spec) {
        if (spec.padding() == Padding.VALID) {
            return 0;
        }
        return Math.max((positions - 1) * spec.stride() + spec.kernel() - length, 0) / 2;
    }

    private static double[] pooling(double[] x, Shape in, Shape out, int height, int width, boolean largest) {
        var result = new double[out.size()];
        for (int i = 0; i < result.length; i++) {
            int channel = i % out.channels();
            int column = i / out.channels() % out.width();
            int row = i / out.channels() / out.width();
            double max = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int dy = 0; dy < height; dy++) {
                for (int dx = 0; dx < width; dx++) {
                    int at = (row * height + dy) * in.width() + column * width + dx;
                    double value = x[at * in.channels() + channel];
                    max = Math.max(max, value);
                    sum += value;
                }
            }
            result[i] = largest ? max : sum / (height * width);
        }
        return result;
    }

    private static double[] activate(double[] values, Activation activation) {
        return Arrays.stream(values).map(x -> switch (activation) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : 0.01 * x;
            case ELU -> x > 0 ? x : Math.expm1(x);
            case TANH -> Math.tanh(x);
        }).toArray();
    }
}
