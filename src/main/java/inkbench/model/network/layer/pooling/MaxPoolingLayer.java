package inkbench.model.network.layer.pooling;

import java.util.Arrays;

import inkbench.model.Shape;
import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.ShardLayer;
import inkbench.model.network.tensor.Signal;

/**
 * One shard of the largest value of every square. Forward notes where in the square it was; libnd4j's operation would look for it once
 * more on the way back, in values that later layers have changed by then.
 *
 * <p>Works on the bits of the floats, a row of the output at a time, without branches: the compiler makes vector instructions
 * of that.
 */
public final class MaxPoolingLayer implements ShardLayer {
    private final Signal input;
    private final Signal output;
    private final int size;
    private final int groups;
    private final int groupChannels;
    private final int channels;
    private final int outputRows;
    private final int groupSize;
    private final int inputRow;
    private final int outputRow;

    private final int[] line;
    private final int[] part;
    private final int[] largest;
    private final int[] place;
    private final int[] whole;
    private final int[] places;

    /** Binds a layer; the channels of the input may lie in groups, those of the output do not. */
    public MaxPoolingLayer(Signal input, Signal output, int size, int capacity) {
        this.input = input;
        this.output = output;
        this.size = size;
        Shape shape = output.shape();
        groups = input.groups();
        channels = shape.channels();
        groupChannels = channels / groups;
        outputRows = shape.height();
        groupSize = input.shape().size() / groups;
        inputRow = input.shape().width() * groupChannels;
        outputRow = shape.width() * groupChannels;
        line = new int[inputRow];
        part = new int[outputRow];
        largest = new int[outputRow];
        place = new int[outputRow];
        whole = new int[shape.width() * channels];
        places = new int[capacity * shape.size()];
    }

    @Override
    public void forward(int from, int to, Pass pass) {
        int noted = 0;
        for (int row = from * outputRows; row < to * outputRows; row++) {
            for (int group = 0; group < groups; group++, noted += outputRow) {
                Arrays.fill(place, 0);
                Arrays.fill(largest, Integer.MIN_VALUE);
                for (int dy = 0; dy < size; dy++) {
                    input.values().readBits(inputOffset(row, group, dy), line, inputRow);
                    for (int dx = 0; dx < size; dx++) {
                        gather(dx);
                        keepLarger(largest, place, part, dy * size + dx);
                    }
                }
                System.arraycopy(place, 0, places, noted, outputRow);
                toFloats(largest);
                intoWhole(group);
            }
            output.values().writeBits((long) row * whole.length, whole, whole.length);
        }
    }

    @Override
    public void backward(int from, int to, Pass pass) {
        Arrays.fill(line, 0);
        int noted = 0;
        for (int row = from * outputRows; row < to * outputRows; row++) {
            output.gradient().readBits((long) row * whole.length, whole, whole.length);
            for (int group = 0; group < groups; group++, noted += outputRow) {
                outOfWhole(group);
                System.arraycopy(places, noted, place, 0, outputRow);
                for (int dy = 0; dy < size; dy++) {
                    for (int dx = 0; dx < size; dx++) {
                        selectWhere(part, largest, place, dy * size + dx);
                        scatter(dx);
                    }
                    input.gradient().writeBits(inputOffset(row, group, dy), line, inputRow);
                }
            }
        }
        clearUnused(from, to);
    }

    /** Rows and columns of a remainder get no gradient; the columns are never written to. */
    private void clearUnused(int from, int to) {
        Arrays.fill(line, 0);
        for (int picture = from * groups; picture < to * groups; picture++) {
            for (int row = outputRows * size; row < input.shape().height(); row++) {
                input.gradient().writeBits((long) picture * groupSize + (long) row * inputRow, line, inputRow);
            }
        }
    }

    /** Where a row of the input begins: the {@code dy}-th under a row of the output, which are counted over all samples. */
    private long inputOffset(int row, int group, int dy) {
        int picture = row / outputRows * groups + group;
        return (long) picture * groupSize + (long) (row % outputRows * size + dy) * inputRow;
    }

    private void intoWhole(int group) {
        for (int from = 0, to = group * groupChannels; from < outputRow; from += groupChannels, to += channels) {
            System.arraycopy(largest, from, whole, to, groupChannels);
        }
    }

    private void outOfWhole(int group) {
        for (int to = 0, from = group * groupChannels; to < outputRow; to += groupChannels, from += channels) {
            System.arraycopy(whole, from, largest, to, groupChannels);
        }
    }

    /** Every {@code size}-th column from {@code dx} on. */
    private void gather(int dx) {
        for (int from = dx * groupChannels, to = 0; to < outputRow; from += size * groupChannels, to += groupChannels) {
            System.arraycopy(line, from, part, to, groupChannels);
        }
    }

    private void scatter(int dx) {
        for (int to = dx * groupChannels,
                from = 0; from < outputRow; to += size * groupChannels, from += groupChannels) {
            System.arraycopy(part, from, line, to, groupChannels);
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
