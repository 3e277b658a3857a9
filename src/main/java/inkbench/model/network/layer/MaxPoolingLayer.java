package inkbench.model.network.layer;

import java.util.Arrays;

import inkbench.model.Shape;
import inkbench.model.network.tensor.Signal;

/**
 * One shard of the largest value of every square. Forward notes where in the square it was; libnd4j's operation would look for it once
 * more on the way back, in values that later layers have changed by then.
 *
 * <p>Works on the bits of the floats, a row of the output at a time, without branches: the compiler makes vector instructions
 * of that.
 */
final class MaxPoolingLayer implements ShardLayer {
    private final Signal input;
    private final Signal output;
    private final int size;
    private final int channels;
    private final int outputRows;
    private final int inputRow;
    private final int outputRow;

    private final int[] line;
    private final int[] part;
    private final int[] largest;
    private final int[] place;
    private final int[] places;

    MaxPoolingLayer(Signal input, Signal output, int size, int capacity) {
        this.input = input;
        this.output = output;
        this.size = size;
        Shape shape = output.shape();
        channels = shape.channels();
        outputRows = shape.height();
        inputRow = input.shape().width() * channels;
        outputRow = shape.width() * channels;
        line = new int[inputRow];
        part = new int[outputRow];
        largest = new int[outputRow];
        place = new int[outputRow];
        places = new int[capacity * shape.size()];
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        for (int row = from * outputRows; row < to * outputRows; row++) {
            Arrays.fill(place, 0);
            Arrays.fill(largest, Integer.MIN_VALUE);
            for (int dy = 0; dy < size; dy++) {
                input.values().readBits(inputOffset(row, dy), line, inputRow);
                for (int dx = 0; dx < size; dx++) {
                    gather(dx);
                    keepLarger(largest, place, part, dy * size + dx);
                }
            }
            System.arraycopy(place, 0, places, (row - from * outputRows) * outputRow, outputRow);
            toFloats(largest);
            output.values().writeBits((long) row * outputRow, largest, outputRow);
        }
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        Arrays.fill(line, 0);
        for (int row = from * outputRows; row < to * outputRows; row++) {
            output.gradient().readBits((long) row * outputRow, largest, outputRow);
            System.arraycopy(places, (row - from * outputRows) * outputRow, place, 0, outputRow);
            for (int dy = 0; dy < size; dy++) {
                for (int dx = 0; dx < size; dx++) {
                    selectWhere(part, largest, place, dy * size + dx);
                    scatter(dx);
                }
                input.gradient().writeBits(inputOffset(row, dy), line, inputRow);
            }
        }
        Arrays.fill(line, 0);
        for (int i = from; i < to; i++) {
            for (int row = outputRows * size; row < input.shape().height(); row++) {
                input.gradient().writeBits(input.offset(i) + (long) row * inputRow, line, inputRow);
            }
        }
    }

    /** Where a row of the input begins: the {@code dy}-th under a row of the output, which are counted over all samples. */
    private long inputOffset(int row, int dy) {
        int sample = row / outputRows;
        return ((long) sample * input.shape().height() + row % outputRows * size + dy) * inputRow;
    }

    /** Every {@code size}-th column from {@code dx} on. */
    private void gather(int dx) {
        for (int from = dx * channels, to = 0; to < outputRow; from += size * channels, to += channels) {
            System.arraycopy(line, from, part, to, channels);
        }
    }

    private void scatter(int dx) {
        for (int to = dx * channels, from = 0; from < outputRow; to += size * channels, from += channels) {
            System.arraycopy(part, from, line, to, channels);
        }
    }

    private static void toFloats(int[] ordered) {
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] ^= ordered[i] >> 31 & 0x7FFFFFFF;
        }
    }

    /** The bits of floats are integers in the same order once those of negative floats are turned round. */
    private static void keepLarger(int[] largest, int[] place, int[] candidate, int candidatePlace) {
        for (int i = 0; i < largest.length; i++) {
            int ordered = candidate[i] ^ candidate[i] >> 31 & 0x7FFFFFFF;
            int larger = Math.max(largest[i], ordered);
            int difference = larger ^ largest[i];
            int changed = (difference | -difference) >> 31;
            place[i] = place[i] & ~changed | candidatePlace & changed;
            largest[i] = larger;
        }
    }

    /** The values whose place is the wanted one, 0 for the others. */
    private static void selectWhere(int[] target, int[] values, int[] place, int wanted) {
        for (int i = 0; i < target.length; i++) {
            target[i] = values[i] & (place[i] ^ wanted) - 1 >> 31;
        }
    }
}
