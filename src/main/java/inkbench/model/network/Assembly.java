package inkbench.model.network;

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

/** Makes the layers of an architecture and the buffers between them. */
final class Assembly {
    private static final int NONE = -1;

    private final Tensor weights;
    private final Tensor gradients;
    private final int capacity;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Tensor> buffers = new ArrayList<>();
    private final Signal input;
    private Signal signal;
    private int offset;
    private int firstToLearn = NONE;
    private boolean reluPending;

    /**
     * Makes everything.
     *
     * @param gradient
     *            takes the gradient of the weights; null for a network that only predicts
     */
    Assembly(Architecture architecture, Parameters weights, Parameters gradient, int capacity) {
        this.weights = weights.tensor();
        this.gradients = gradient == null ? null : gradient.tensor();
        this.capacity = capacity;
        input = new Signal(architecture.input(), buffer(architecture.input().size()), null);
        signal = input;
        for (var row : architecture.summary()) {
            add(row.layer(), row.outputShape());
            offset += row.parameters();
        }
        addPendingRelu();
    }

    List<Layer> layers() {
        return layers;
    }

    /** The place of the first layer with parameters; what lies before it needs no gradients. */
    int firstToLearn() {
        return firstToLearn;
    }

    List<Tensor> buffers() {
        return buffers;
    }

    Signal input() {
        return input;
    }

    /** The logits. */
    Signal output() {
        return signal;
    }

    private void add(LayerSpec spec, Shape outputShape) {
        if (!(spec instanceof MaxPooling)) {
            addPendingRelu();
        }
        switch (spec) {
            case Dense dense -> addDense(dense, outputShape);
            case Convolution convolution -> addConvolution(convolution, outputShape);
            case MaxPooling pooling -> {
                var output = signal(outputShape);
                layers.add(new MaxPoolingLayer(signal, output, pooling.size(), capacity));
                signal = output;
                addPendingRelu();
            }
            case Dropout dropout -> layers.add(new DropoutLayer(signal, dropout.rate(), layers.size()));
            case Flatten _ -> signal = signal.as(outputShape);
        }
    }

    private void addDense(Dense dense, Shape outputShape) {
        noteLearning();
        var output = signal(outputShape);
        boolean relu = dense.activation() == Activation.RELU;
        layers.add(new DenseLayer(signal, output, relu, weights, gradients, offset));
        signal = output;
    }

    private void addConvolution(Convolution convolution, Shape outputShape) {
        noteLearning();
        var output = signal(outputShape);
        int kernel = convolution.kernel();
        if (gradients != null && signal.gradient() == null) {
            var patches = new Tensor(FirstConvolution.patchValues(signal.shape(), outputShape, kernel, capacity));
            buffers.add(patches);
            layers.add(new FirstConvolution(signal, output, kernel, weights, gradients, offset, patches));
        } else {
            layers.add(new ConvolutionLayer(signal, output, kernel, weights, gradients, offset));
        }
        signal = output;
        reluPending = convolution.activation() == Activation.RELU;
    }

    private void noteLearning() {
        if (firstToLearn == NONE) {
            firstToLearn = layers.size();
        }
    }

    /** ReLU keeps the order of numbers, so that max-pooling first gives the same with fewer values to go over. */
    private void addPendingRelu() {
        if (reluPending) {
            layers.add(new Relu(signal));
            reluPending = false;
        }
    }

    private Signal signal(Shape shape) {
        boolean needsGradient = gradients != null && firstToLearn != NONE;
        return new Signal(shape, buffer(shape.size()), needsGradient ? buffer(shape.size()) : null);
    }

    private Tensor buffer(int sampleSize) {
        var tensor = new Tensor((long) capacity * sampleSize);
        buffers.add(tensor);
        return tensor;
    }
}
