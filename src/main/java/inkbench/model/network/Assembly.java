package inkbench.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

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
import inkbench.model.Shape;
import inkbench.model.network.layer.ActivationFunction;
import inkbench.model.network.layer.ActivationLayer;
import inkbench.model.network.layer.BatchNormalizationLayer;
import inkbench.model.network.layer.DenseLayer;
import inkbench.model.network.layer.DropoutLayer;
import inkbench.model.network.layer.Layer;
import inkbench.model.network.layer.ShardGradients;
import inkbench.model.network.layer.ShardLayer;
import inkbench.model.network.layer.convolution.ConvolutionBinding;
import inkbench.model.network.layer.convolution.Convolutions;
import inkbench.model.network.layer.convolution.Grouping;
import inkbench.model.network.layer.pooling.AveragePoolingLayer;
import inkbench.model.network.layer.pooling.GlobalAveragePoolingLayer;
import inkbench.model.network.layer.pooling.MaxPoolingLayer;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/** Makes the layers of an architecture and the buffers between them. */
final class Assembly {
    private static final int NONE = -1;

    private final Tensor weights;
    private final Tensor gradients;
    private final int capacity;
    private final int shards;
    private final Convolutions convolutions;
    private final boolean gradientOfInput;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Tensor> buffers = new ArrayList<>();
    private final Signal input;
    private Signal signal;
    private Signal features;
    private int offset;
    private int firstToLearn = NONE;
    private Activation pending = Activation.IDENTITY;
    // Whether what made the signal's values needs them on the way back, exactly as they are.
    private boolean valuesNeeded;

    /**
     * Makes everything.
     *
     * @param gradients
     *            takes the gradient of the weights; null for a network that only predicts
     * @param capacity
     *            the most samples that a batch can have
     * @param gradientOfInput
     *            whether the pixels need a gradient too, and so every layer
     */
    public Assembly(
            Architecture architecture,
            Tensor weights,
            Tensor gradients,
            int capacity,
            int shards,
            Convolutions convolutions,
            boolean gradientOfInput) {
        this.weights = weights;
        this.gradients = gradients;
        this.capacity = capacity;
        this.shards = shards;
        this.convolutions = convolutions;
        this.gradientOfInput = gradientOfInput;
        input = signal(architecture.input());
        signal = input;
        features = input;
        var rows = architecture.summary();
        var grouping = new Grouping(architecture);
        for (int i = 0; i < rows.size(); i++) {
            boolean poolingNext = i + 1 < rows.size() && rows.get(i + 1).layer() instanceof MaxPooling;
            int groups = convolutions.haveGroups() ? grouping.groups(i) : 1;
            add(rows.get(i).layer(), rows.get(i).outputShape(), groups, poolingNext);
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

    /** What the last layer with weights takes in: the values of the last hidden layer. */
    public Signal features() {
        return features;
    }

    private void add(LayerSpec spec, Shape outputShape, int groups, boolean poolingNext) {
        if (!(spec instanceof MaxPooling)) {
            activate();
        }
        switch (spec) {
            case Dense dense -> addDense(dense, outputShape);
            case Convolution convolution -> addConvolution(convolution, outputShape, groups, poolingNext);
            case BatchNormalization _ -> addBatchNormalization();
            case Activate activate -> pending = activate.activation();
            case MaxPooling pooling -> {
                int most = Math.ceilDiv(capacity, shards);
                add(outputShape, (before, after) -> new MaxPoolingLayer(before, after, pooling.size(), most));
                activate();
            }
            case AveragePooling pooling ->
                add(outputShape, (before, after) -> new AveragePoolingLayer(before, after, pooling.size()));
            case GlobalAveragePooling _ -> add(outputShape, GlobalAveragePoolingLayer::new);
            case Dropout dropout -> {
                int number = layers.size();
                addInPlace((before, after) -> new DropoutLayer(before, after, dropout.rate(), number));
            }
            case Flatten _ -> signal = signal.as(outputShape);
        }
    }

    private void add(Shape outputShape, BiFunction<Signal, Signal, ShardLayer> maker) {
        var before = signal;
        var after = signal(outputShape);
        layers.add(ShardLayer.of(shards, _ -> maker.apply(before, after)));
        goOnWith(after, false);
    }

    /** A layer whose values take the place of those before it, unless these are needed on the way back. */
    private void addInPlace(BiFunction<Signal, Signal, ShardLayer> maker) {
        var before = signal;
        var after = valuesNeeded ? withOtherValues(before) : before;
        layers.add(ShardLayer.of(shards, _ -> maker.apply(before, after)));
        goOnWith(after, false);
    }

    private void goOnWith(Signal next, boolean needsItsValues) {
        signal = next;
        valuesNeeded = needsItsValues;
    }

    private void addDense(Dense dense, Shape outputShape) {
        noteLearning();
        features = signal;
        var output = signal(outputShape);
        var function = ActivationFunction.of(dense.activation());
        var layer = new DenseLayer(signal, output, function, weights, gradients, offset, shards, capacity);
        buffers.add(layer.buffer());
        layers.add(layer);
        goOnWith(output, function.needsExactValues());
    }

    private void addBatchNormalization() {
        noteLearning();
        var after = signal.gradient() == null ? signal(signal.shape()) : withOtherValues(signal);
        layers.add(new BatchNormalizationLayer(signal, after, weights, gradients, offset, shards));
        goOnWith(after, false);
    }

    private void addConvolution(Convolution convolution, Shape outputShape, int groups, boolean poolingNext) {
        noteLearning();
        features = signal;
        // ND4J's quick first layer computes no gradient of the pixels.
        boolean first = firstToLearn == layers.size() && !gradientOfInput;
        // While what it made is in the cache; but see activate().
        var own = poolingNext ? Activation.IDENTITY : convolutions.ownActivation(convolution.activation(), first);
        if (own == Activation.IDENTITY) {
            pending = convolution.activation();
        }
        var function = ActivationFunction.of(own);
        var output = signal(outputShape, groups);
        var parts = gradients == null
                ? null
                : new ShardGradients(shards, gradients, offset, convolution.parameterCount(signal.shape()));
        if (parts != null) {
            buffers.addAll(parts.buffers());
        }
        var binding = new ConvolutionBinding(
                convolution,
                signal,
                output,
                function,
                weights,
                offset,
                parts,
                shards,
                capacity);
        layers.add(
                ShardLayer.of(
                        shards,
                        convolutions.layer(binding, first, this::buffer),
                        parts == null ? List.of() : parts.sums()));
        goOnWith(output, function.needsExactValues());
    }

    private void noteLearning() {
        if (firstToLearn == NONE) {
            firstToLearn = layers.size();
        }
    }

    /** Activations keep the order of numbers, so that max-pooling first gives the same with fewer values to go over. */
    private void activate() {
        if (pending != Activation.IDENTITY) {
            var function = ActivationFunction.of(pending);
            addInPlace((before, after) -> new ActivationLayer(before, after, function));
            valuesNeeded = function.needsExactValues();
            pending = Activation.IDENTITY;
        }
    }

    private Signal signal(Shape shape) {
        return signal(shape, 1);
    }

    private Signal signal(Shape shape, int groups) {
        boolean needsGradient = gradients != null && (gradientOfInput || firstToLearn != NONE);
        return new Signal(shape, groups, values(shape), needsGradient ? values(shape) : null);
    }

    /** A signal with values of its own, but the same gradient. */
    private Signal withOtherValues(Signal other) {
        return new Signal(other.shape(), other.groups(), values(other.shape()), other.gradient());
    }

    private Tensor values(Shape shape) {
        return buffer((long) capacity * shape.size());
    }

    private Tensor buffer(long length) {
        var tensor = new Tensor(length);
        buffers.add(tensor);
        return tensor;
    }
}
