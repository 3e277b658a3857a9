package inkbench.model.network.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Shape;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/** Makes the layers of an architecture and the buffers between them. */
public final class Assembly {
    private static final int NONE = -1;

    private final Tensor weights;
    private final Tensor gradients;
    private final int capacity;
    private final int shards;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Tensor> buffers = new ArrayList<>();
    private final Signal input;
    private Signal signal;
    private int offset;
    private int firstToLearn = NONE;
    private Activation pending = Activation.IDENTITY;

    /**
     * Makes everything.
     *
     * @param gradients
     *            takes the gradient of the weights; null for a network that only predicts
     * @param capacity
     *            the most samples that a batch can have
     */
    public Assembly(Architecture architecture, Tensor weights, Tensor gradients, int capacity, int shards) {
        this.weights = weights;
        this.gradients = gradients;
        this.capacity = capacity;
        this.shards = shards;
        input = new Signal(architecture.input(), buffer((long) capacity * architecture.input().size()), null);
        signal = input;
        var rows = architecture.summary();
        for (int i = 0; i < rows.size(); i++) {
            boolean poolingNext = i + 1 < rows.size() && rows.get(i + 1).layer() instanceof MaxPooling;
            add(rows.get(i).layer(), rows.get(i).outputShape(), poolingNext);
            offset += rows.get(i).parameters();
        }
        activate();
    }

    /** The layers, in order. */
    public List<Layer> layers() {
        return layers;
    }

    /** The place of the first layer with parameters; what lies before it needs no gradients. */
    public int firstToLearn() {
        return firstToLearn;
    }

    /** All native memory that was made, to be freed. */
    public List<Tensor> buffers() {
        return buffers;
    }

    /** Takes the pictures. */
    public Signal input() {
        return input;
    }

    /** The logits. */
    public Signal output() {
        return signal;
    }

    private void add(LayerSpec spec, Shape outputShape, boolean poolingNext) {
        if (!(spec instanceof MaxPooling)) {
            activate();
        }
        switch (spec) {
            case Dense dense -> addDense(dense, outputShape);
            case Convolution convolution -> addConvolution(convolution, outputShape, poolingNext);
            case MaxPooling pooling -> {
                var before = signal;
                var after = signal(outputShape);
                int most = Math.ceilDiv(capacity, shards);
                layers.add(ShardLayer.of(shards, _ -> new MaxPoolingLayer(before, after, pooling.size(), most)));
                signal = after;
                activate();
            }
            case Dropout dropout -> {
                var kept = signal;
                int number = layers.size();
                layers.add(ShardLayer.of(shards, _ -> new DropoutLayer(kept, dropout.rate(), number)));
            }
            case Flatten _ -> signal = signal.as(outputShape);
        }
    }

    private void addDense(Dense dense, Shape outputShape) {
        noteLearning();
        var output = signal(outputShape);
        var function = ActivationFunction.of(dense.activation());
        var layer = new DenseLayer(signal, output, function, weights, gradients, offset, shards, capacity);
        buffers.add(layer.buffer());
        layers.add(layer);
        signal = output;
    }

    private void addConvolution(Convolution convolution, Shape outputShape, boolean poolingNext) {
        noteLearning();
        boolean first = signal == input;
        var output = signal(outputShape);
        pending = convolution.activation();
        var parts = gradients == null
                ? null
                : new ShardGradients(shards, gradients, offset, convolution.parameterCount(signal.shape()));
        if (parts != null) {
            buffers.addAll(parts.buffers());
        }
        layers.add(
                ShardLayer.of(
                        shards,
                        first
                                ? firstConvolution(convolution, output, parts, poolingNext)
                                : convolution(convolution, output, parts),
                        parts == null ? List.of() : parts.sums()));
        signal = output;
    }

    private IntFunction<ShardLayer> convolution(Convolution convolution, Signal after, ShardGradients parts) {
        var before = signal;
        int at = offset;
        return shard -> new ConvolutionLayer(
                shard,
                shards,
                before,
                after,
                convolution.kernel(),
                weights,
                at,
                parts == null ? null : parts.part(shard));
    }

    /** The only one that activates what it made, while it is in the cache; but see {@link #activate()}. */
    private IntFunction<ShardLayer> firstConvolution(
            Convolution convolution,
            Signal after,
            ShardGradients parts,
            boolean poolingNext) {
        var before = signal;
        int at = offset;
        var function = ActivationFunction.of(poolingNext ? Activation.IDENTITY : pending);
        if (!poolingNext) {
            pending = Activation.IDENTITY;
        }
        int kernel = convolution.kernel();
        long room = FirstConvolution.patchValues(before.shape(), after.shape(), kernel, Math.ceilDiv(capacity, shards));
        return shard -> new FirstConvolution(
                before,
                after,
                function,
                kernel,
                weights,
                at,
                parts == null ? null : parts.part(shard),
                buffer(room),
                buffer(after.shape().size()));
    }

    private void noteLearning() {
        if (firstToLearn == NONE) {
            firstToLearn = layers.size();
        }
    }

    /** Activations keep the order of numbers, so that max-pooling first gives the same with fewer values to go over. */
    private void activate() {
        if (pending != Activation.IDENTITY) {
            var active = signal;
            var function = ActivationFunction.of(pending);
            layers.add(ShardLayer.of(shards, _ -> new ActivationLayer(active, function)));
            pending = Activation.IDENTITY;
        }
    }

    private Signal signal(Shape shape) {
        boolean needsGradient = gradients != null && firstToLearn != NONE;
        long length = (long) capacity * shape.size();
        return new Signal(shape, buffer(length), needsGradient ? buffer(length) : null);
    }

    private Tensor buffer(long length) {
        var tensor = new Tensor(length);
        buffers.add(tensor);
        return tensor;
    }
}
