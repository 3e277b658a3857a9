package inkbench.model.network;

import java.util.List;

import inkbench.data.Dataset;
import inkbench.model.Architecture;
import inkbench.model.network.Layer.Pass;

/**
 * An architecture at work on up to a fixed number of samples at a time, with native buffers that are made once. For one
 * thread at a time; several networks can share weights.
 *
 * <p>Pictures lie in memory as {@code [sample, height, width, channel]}, because oneDNN works on that without reordering.
 */
public final class Network implements AutoCloseable {
    private static final Pass MEASURING = new Pass(false, 0);

    private final List<Layer> layers;
    private final int firstToLearn;
    private final List<Tensor> buffers;
    private final Parameters gradient;
    private final Tensor input;
    private final SoftmaxCrossEntropy head;
    private final byte[] pixels;
    private final float[] greys;
    private final int[] labels;

    private Network(Architecture architecture, Parameters weights, int capacity, Parameters gradient) {
        this.gradient = gradient;
        var assembly = new Assembly(architecture, weights, gradient, capacity);
        layers = List.copyOf(assembly.layers());
        firstToLearn = assembly.firstToLearn();
        buffers = List.copyOf(assembly.buffers());
        input = assembly.input().values();
        head = new SoftmaxCrossEntropy(assembly.output());
        pixels = new byte[architecture.input().size()];
        greys = new float[pixels.length];
        labels = new int[capacity];
    }

    /** A network that can learn and has gradients of its own. */
    public static Network forTraining(Architecture architecture, Parameters weights, int capacity) {
        return new Network(architecture, weights, capacity, new Parameters(weights.count()));
    }

    /** A network that only predicts. */
    public static Network forPrediction(Architecture architecture, Parameters weights, int capacity) {
        return new Network(architecture, weights, capacity, null);
    }

    /** How many samples it takes at a time. */
    public int capacity() {
        return labels.length;
    }

    /** The gradient that the last {@link #learn} came to. */
    public Parameters gradient() {
        return gradient;
    }

    /** Takes one picture; grey values 0…255 become 0…1. */
    public void setPicture(int sample, byte[] picture) {
        if (picture.length != greys.length) {
            throw new IllegalArgumentException(greys.length + " pixels expected, " + picture.length + " given");
        }
        for (int i = 0; i < greys.length; i++) {
            greys[i] = Byte.toUnsignedInt(picture[i]) / 255f;
        }
        input.write((long) sample * greys.length, greys, 0, greys.length);
    }

    /** Takes the pictures of {@code dataset} at {@code places[from]} to {@code places[to − 1]}, with labels if it has them. */
    public void setPictures(Dataset dataset, int[] places, int from, int to) {
        boolean labelled = dataset.labelled();
        for (int i = from; i < to; i++) {
            dataset.copyPixels(places[i], pixels, 0);
            setPicture(i - from, pixels);
            if (labelled) {
                labels[i - from] = dataset.label(places[i]);
            }
        }
    }

    /**
     * Forward with dropout and backward over the first {@code samples}; afterwards {@link #gradient()} is that of their part
     * of the mean loss of the batch. The weights are not touched.
     *
     * @param batch
     *            samples in the whole batch
     * @param seed
     *            decides what dropout drops
     */
    public Loss learn(int samples, int batch, long seed) {
        var pass = new Pass(true, seed);
        forward(samples, pass);
        var loss = head.lossAndGradient(samples, labels, batch);
        for (int i = layers.size() - 1; i >= firstToLearn; i--) {
            layers.get(i).backward(samples, pass);
        }
        return loss;
    }

    /** How well the first {@code samples} are read, without dropout. */
    public Loss measure(int samples) {
        forward(samples, MEASURING);
        return head.loss(samples, labels);
    }

    /** Reads the first {@code samples}; {@link #probabilities} then has the answers. */
    public void predict(int samples) {
        forward(samples, MEASURING);
    }

    /** Copies what the last pass said about one sample: a probability for every class. */
    public void probabilities(int sample, float[] target) {
        head.probabilities(sample, target);
    }

    private void forward(int samples, Pass pass) {
        for (var layer : layers) {
            layer.forward(samples, pass);
        }
    }

    @Override
    public void close() {
        buffers.forEach(Tensor::close);
        if (gradient != null) {
            gradient.close();
        }
    }
}
