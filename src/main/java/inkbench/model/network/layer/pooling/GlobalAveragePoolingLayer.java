package inkbench.model.network.layer.pooling;

import java.util.Arrays;

import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.ShardLayer;
import inkbench.model.network.tensor.Signal;

/** One shard of the mean of every channel over the whole picture. */
public final class GlobalAveragePoolingLayer implements ShardLayer {
    private final Signal input;
    private final Signal output;
    private final int rows;
    private final int channels;
    private final float share;

    private final float[] line;
    private final float[] sum;
    private final float[] mean;

    public GlobalAveragePoolingLayer(Signal input, Signal output) {
        this.input = input;
        this.output = output;
        var shape = input.shape();
        rows = shape.height();
        channels = shape.channels();
        share = 1f / (rows * shape.width());
        line = new float[shape.width() * channels];
        sum = new float[line.length];
        mean = new float[channels];
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        for (int i = from; i < to; i++) {
            Arrays.fill(sum, 0);
            for (int row = 0; row < rows; row++) {
                input.values().read(offset(i, row), line, line.length);
                add(sum, line);
            }
            Arrays.fill(mean, 0);
            for (int at = 0; at < sum.length; at += channels) {
                for (int channel = 0; channel < channels; channel++) {
                    mean[channel] += sum[at + channel];
                }
            }
            scale();
            output.values().write(output.offset(i), mean, 0, channels);
        }
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        for (int i = from; i < to; i++) {
            output.gradient().read(output.offset(i), mean, channels);
            scale();
            for (int at = 0; at < line.length; at += channels) {
                System.arraycopy(mean, 0, line, at, channels);
            }
            for (int row = 0; row < rows; row++) {
                input.gradient().write(offset(i, row), line, 0, line.length);
            }
        }
    }

    private long offset(int sample, int row) {
        return input.offset(sample) + (long) row * line.length;
    }

    private void scale() {
        for (int channel = 0; channel < channels; channel++) {
            mean[channel] *= share;
        }
    }

    private static void add(float[] sum, float[] addend) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += addend[i];
        }
    }
}
