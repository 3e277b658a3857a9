package inkbench.model.network.layer.pooling;

import java.util.Arrays;

import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.ShardLayer;
import inkbench.model.network.tensor.Signal;

/** One shard of the mean of every square, a row of the output at a time. */
public final class AveragePoolingLayer implements ShardLayer {
    private final Signal input;
    private final Signal output;
    private final int size;
    private final int channels;
    private final int outputRows;
    private final int usedRows;
    private final int inputRow;
    private final int outputRow;
    private final float share;

    private final float[] line;
    private final float[] sum;
    private final float[] part;
    private final float[] mean;

    public AveragePoolingLayer(Signal input, Signal output, int size) {
        this.input = input;
        this.output = output;
        this.size = size;
        var shape = output.shape();
        channels = shape.channels();
        outputRows = shape.height();
        usedRows = outputRows * size;
        inputRow = input.shape().width() * channels;
        outputRow = shape.width() * channels;
        share = 1f / (size * size);
        line = new float[inputRow];
        sum = new float[inputRow];
        part = new float[outputRow];
        mean = new float[outputRow];
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        for (int row = from * outputRows; row < to * outputRows; row++) {
            Arrays.fill(sum, 0);
            for (int dy = 0; dy < size; dy++) {
                input.values().read(inputOffset(row, dy), line, inputRow);
                add(sum, line);
            }
            Arrays.fill(mean, 0);
            for (int dx = 0; dx < size; dx++) {
                gather(dx);
                add(mean, part);
            }
            scale(mean, share);
            output.values().write((long) row * outputRow, mean, 0, outputRow);
        }
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        Arrays.fill(line, 0);
        for (int row = from * outputRows; row < to * outputRows; row++) {
            output.gradient().read((long) row * outputRow, part, outputRow);
            scale(part, share);
            for (int dx = 0; dx < size; dx++) {
                scatter(dx);
            }
            for (int dy = 0; dy < size; dy++) {
                input.gradient().write(inputOffset(row, dy), line, 0, inputRow);
            }
        }
        Arrays.fill(line, 0);
        for (int i = from; i < to; i++) {
            for (int row = usedRows; row < input.shape().height(); row++) {
                input.gradient().write(input.offset(i) + (long) row * inputRow, line, 0, inputRow);
            }
        }
    }

    /** Where a row of the input begins: the {@code dy}-th under a row of the output, which are counted over all samples. */
    private long inputOffset(int row, int dy) {
        return input.offset(row / outputRows) + (long) (row % outputRows * size + dy) * inputRow;
    }

    /** Every {@code size}-th column from {@code dx} on. */
    private void gather(int dx) {
        for (int from = dx * channels, to = 0; to < outputRow; from += size * channels, to += channels) {
            System.arraycopy(sum, from, part, to, channels);
        }
    }

    private void scatter(int dx) {
        for (int to = dx * channels, from = 0; from < outputRow; to += size * channels, from += channels) {
            System.arraycopy(part, from, line, to, channels);
        }
    }

    private static void add(float[] sum, float[] addend) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += addend[i];
        }
    }

    private static void scale(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
