package inkbench.model.network.layer;

import java.util.Arrays;
import java.util.List;

import org.bytedeco.javacpp.FloatPointer;

import inkbench.model.network.tensor.Blas;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/**
 * Every input to every unit, {@code y = f(x·W + b)}.
 *
 * <p>Divided by inputs, not by samples: a piece has some of the rows of W, computes their part of the product, and on the way
 * back their gradient and that of their inputs. So each weight is read once for the whole batch and its gradient is complete
 * at once. The parts of the product are summed per shard, in the order of the pieces.
 */
public final class DenseLayer implements Layer {
    private static final int MOST_PIECES = 8;
    // Below this the products are too small to be worth a piece.
    private static final int FEWEST_INPUTS = 64;

    private final Signal input;
    private final Signal output;
    private final ActivationFunction function;
    private final int inputs;
    private final int units;
    private final int pieces;
    private final int capacity;

    private final Tensor weights;
    private final long biasOffset;
    private final Tensor gradients;
    private final Tensor partialProducts;

    private final FloatPointer[] x;
    private final FloatPointer[] dx;
    private final FloatPointer[] matrix;
    private final FloatPointer[] matrixGradient;
    private final FloatPointer[] partial;
    private final FloatPointer dy;
    private final Lane[] lanes;
    private final float[][] biasSums;
    private final float[][] biasAddends;

    /** What a shard works with. */
    private static final class Lane {
        private final float[] bias;
        private final float[] row;
        private final float[] addend;

        Lane(int units) {
            bias = new float[units];
            row = new float[units];
            addend = new float[units];
        }
    }

    /**
     * Binds a layer.
     *
     * @param weights
     *            all parameters of the network; this layer's {@code [inputs, units]} lie at {@code offset}, its biases
     *            behind them
     * @param gradients
     *            theirs, in the same layout; null in a network that only predicts
     * @param capacity
     *            the most samples there can be
     */
    public DenseLayer(
            Signal input,
            Signal output,
            ActivationFunction function,
            Tensor weights,
            Tensor gradients,
            int offset,
            int shards,
            int capacity) {
        this.input = input;
        this.output = output;
        this.function = function;
        this.weights = weights;
        this.gradients = gradients;
        this.capacity = capacity;
        inputs = input.shape().size();
        units = output.shape().size();
        biasOffset = offset + (long) inputs * units;
        pieces = shards == 1 ? 1 : Math.clamp(inputs / FEWEST_INPUTS, 1, MOST_PIECES);
        partialProducts = new Tensor((long) pieces * capacity * units);
        x = pointers(input.values(), 0, 1);
        matrix = pointers(weights, offset, units);
        dx = pointers(input.gradient(), 0, 1);
        matrixGradient = pointers(gradients, offset, units);
        partial = new FloatPointer[pieces];
        Arrays.setAll(partial, i -> partialProducts.pointer(partialOffset(i, 0)));
        dy = output.gradient() == null ? null : output.gradient().pointer(0);
        lanes = new Lane[shards];
        Arrays.setAll(lanes, _ -> new Lane(units));
        biasSums = new float[pieces][units];
        biasAddends = new float[pieces][units];
    }

    /** Where the inputs of every piece begin, each so many values wide; null where there is no tensor. */
    private FloatPointer[] pointers(Tensor tensor, int offset, int width) {
        if (tensor == null) {
            return null;
        }
        var pointers = new FloatPointer[pieces];
        Arrays.setAll(pointers, i -> tensor.pointer(offset + (long) firstInput(i) * width));
        return pointers;
    }

    private int firstInput(int piece) {
        return (int) ((long) piece * inputs / pieces);
    }

    private long partialOffset(int piece, int sample) {
        return ((long) piece * capacity + sample) * units;
    }

    /** The native memory that is the layer's own. */
    public Tensor buffer() {
        return partialProducts;
    }

    @Override
    public List<Phase> forward() {
        return List.of(new Phase.InPieces(pieces, this::multiply), new Phase.OfShards(this::sumAndActivate));
    }

    private void multiply(int piece, Pass pass) {
        int some = firstInput(piece + 1) - firstInput(piece);
        Blas.product(pass.samples(), units, some, x[piece], inputs, matrix[piece], partial[piece]);
    }

    private void sumAndActivate(int shard, Pass pass) {
        var lane = lanes[shard];
        weights.read(biasOffset, lane.bias, units);
        for (int i = pass.first(shard); i < pass.end(shard); i++) {
            System.arraycopy(lane.bias, 0, lane.row, 0, units);
            for (int piece = 0; piece < pieces; piece++) {
                partialProducts.read(partialOffset(piece, i), lane.addend, units);
                add(lane.row, lane.addend, units);
            }
            function.apply(lane.row, units);
            output.values().write(output.offset(i), lane.row, 0, units);
        }
    }

    private static void add(float[] sum, float[] addend, int length) {
        for (int j = 0; j < length; j++) {
            sum[j] += addend[j];
        }
    }

    @Override
    public List<Phase> backward() {
        return List.of(
                new Phase.OfShards(this::backThroughActivation),
                new Phase.InPieces(pieces, this::backThroughProduct));
    }

    private void backThroughActivation(int shard, Pass pass) {
        var lane = lanes[shard];
        for (int i = pass.first(shard); i < pass.end(shard); i++) {
            output.values().read(output.offset(i), lane.row, units);
            output.gradient().read(output.offset(i), lane.addend, units);
            function.multiplyByDerivative(lane.row, lane.addend, units);
            output.gradient().write(output.offset(i), lane.addend, 0, units);
        }
    }

    private void backThroughProduct(int piece, Pass pass) {
        int samples = pass.samples();
        int some = firstInput(piece + 1) - firstInput(piece);
        Blas.productOfTransposed(some, units, samples, x[piece], inputs, dy, matrixGradient[piece]);
        sumBiasGradients(piece, samples);
        if (dx != null) {
            Blas.productWithTransposed(samples, some, units, dy, matrix[piece], dx[piece], inputs);
        }
    }

    /** The units are divided over the pieces as well. */
    private void sumBiasGradients(int piece, int samples) {
        int first = piece * units / pieces;
        int some = (piece + 1) * units / pieces - first;
        var sum = biasSums[piece];
        var addend = biasAddends[piece];
        Arrays.fill(sum, 0);
        for (int i = 0; i < samples; i++) {
            output.gradient().read(output.offset(i) + first, addend, some);
            add(sum, addend, some);
        }
        gradients.write(biasOffset + first, sum, 0, some);
    }
}
