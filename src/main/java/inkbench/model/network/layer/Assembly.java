package inkbench.model.network.layer;

import java.util.ArrayList;
import java.util.List;

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
        for (var row : architecture.summary()) {
            add(row.layer(), row.outputShape());
            offset += row.parameters();
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

    private void add(LayerSpec spec, Shape outputShape) {
        if (!(spec instanceof MaxPooling)) {
            activate();
        }
        switch (spec) {
            case Dense dense -> addDense(dense, outputShape);
            case Convolution convolution -> addConvolution(convolution, outputShape);
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

    private void addConvolution(Convolution convolution, Shape outputShape) {
        noteLearning();
        var output = signal(outputShape);
        layers.add(convolution(signal, output, convolution.kernel(), convolution.parameterCount(signal.shape())));
        signal = output;
        pending = convolution.activation();
    }

    private Layer convolution(Signal before, Signal after, int kernel, int parameters) {
        if (gradients == null) {
            return ShardLayer.of(shards,
                    i -> new ConvolutionLayer(i, shards, before, after, kernel, weights, offset, null));
        }
        var parts = new ShardGradients(shards, gradients, offset, parameters);
        buffers.addAll(parts.buffers());
        return ShardLayer.of(shards, i -> {
            var layer = new ConvolutionLayer(i, shards, before, after, kernel, weights, offset, parts.part(i));
            if (before.gradient() != null) {
                return layer;
            }
            int most = Math.ceilDiv(capacity, shards);
            var patches = buffer(FirstConvolution.patchValues(before.shape(), after.shape(), kernel, most));
            return new FirstConvolution(layer, before, after, kernel, parts.part(i), patches);
        }, parts.sums());
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
