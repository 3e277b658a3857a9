package inkbench.model.network;

import java.util.ArrayList;
import java.util.List;

import inkbench.model.Architecture;
import inkbench.model.network.layer.Loss;
import inkbench.model.network.layer.Objective;
import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.Phase;
import inkbench.model.network.layer.Phase.InPieces;
import inkbench.model.network.layer.SoftmaxCrossEntropy;
import inkbench.model.network.layer.convolution.Convolutions;
import inkbench.model.network.tensor.Parameters;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;
import inkbench.task.Team;

/**
 * An architecture at work on batches of up to a fixed number of samples, with native buffers that are made once. A team
 * shares the work; what it computes has the same bits for a team of any size. One call at a time; several networks can share
 * weights.
 *
 * <p>Pictures lie in memory as {@code [sample, height, width, channel]}, because oneDNN works on that without reordering.
 */
public final class Network implements AutoCloseable {
    private final Team team;
    private final int capacity;
    private final int shards;
    private final List<Tensor> buffers;
    private final Parameters gradient;
    private final Signal input;
    private final Signal features;
    private final Signal logits;
    private final float[][] greys;
    private final int[] labels;
    private final SoftmaxCrossEntropy head;
    private final List<Stage> predicting;
    private final List<Stage> measuring;
    private final List<Stage> learning;
    private final List<Stage> explaining;
    private PictureSource source;
    private int explained;

    private Network(
            Architecture architecture,
            Parameters weights,
            Parameters gradient,
            int capacity,
            int shards,
            Objective objective,
            Convolutions convolutions,
            boolean gradientOfInput,
            Team team) {
        this.team = team;
        this.capacity = capacity;
        this.shards = shards;
        this.gradient = gradient;
        var gradients = gradient == null ? null : gradient.tensor();
        var assembly = new Assembly(architecture, weights.tensor(), gradients, capacity, shards, convolutions,
                gradientOfInput);
        buffers = List.copyOf(assembly.buffers());
        input = assembly.input();
        features = assembly.features();
        logits = assembly.output();
        greys = new float[shards][architecture.input().size()];
        labels = new int[capacity];
        head = new SoftmaxCrossEntropy(assembly.output(), labels, shards, objective);

        var phases = new ArrayList<Phase>();
        phases.add(new Phase.OfShards(this::takePictures));
        assembly.layers().forEach(layer -> phases.addAll(layer.forward()));
        predicting = Stage.of(phases);
        explaining = gradientOfInput ? explaining(phases, assembly) : List.of();
        phases.add(head.phase());
        measuring = Stage.of(phases);
        learning = gradient == null ? List.of() : learning(phases, assembly);
    }

    private static List<Stage> learning(List<Phase> forward, Assembly assembly) {
        var phases = new ArrayList<>(forward);
        var learners = assembly.layers().subList(assembly.firstToLearn(), assembly.layers().size());
        learners.reversed().forEach(layer -> phases.addAll(layer.backward()));
        var stages = new ArrayList<>(Stage.of(phases));
        var sums = learners.stream().flatMap(layer -> layer.sums().stream()).map(InPieces::work).toList();
        if (!sums.isEmpty()) {
            stages.add(new Stage.Independent(sums));
        }
        return List.copyOf(stages);
    }

    private List<Stage> explaining(List<Phase> forward, Assembly assembly) {
        var phases = new ArrayList<>(forward);
        phases.add(new Phase.OfShards(this::askForOneClass));
        assembly.layers().reversed().forEach(layer -> phases.addAll(layer.backward()));
        return Stage.of(phases);
    }

    /**
     * A network that can learn and has a gradient of its own.
     *
     * @param capacity
     *            the most samples that a batch can have
     * @param shards
     *            into how many a batch is divided; decides, with the batch, about every bit
     * @param objective
     *            what is learned besides
     */
    public static Network forTraining(
            Architecture architecture,
            Parameters weights,
            int capacity,
            int shards,
            Objective objective,
            Team team) {
        return forTraining(architecture, weights, capacity, shards, objective, Convolutions.fastest(), team);
    }

    static Network forTraining(
            Architecture architecture,
            Parameters weights,
            int capacity,
            int shards,
            Objective objective,
            Convolutions convolutions,
            Team team) {
        var gradient = new Parameters(weights.count());
        return new Network(architecture, weights, gradient, capacity, shards, objective, convolutions, false, team);
    }

    /** A network of the calling thread's that predicts one sample at a time and can {@link #explain} it. */
    public static Network forExplaining(Architecture architecture, Parameters weights) {
        return forExplaining(architecture, weights, Convolutions.fastest());
    }

    static Network forExplaining(Architecture architecture, Parameters weights, Convolutions convolutions) {
        // Layers compute the gradient of their weights with that of their input.
        var gradient = new Parameters(weights.count());
        return new Network(architecture, weights, gradient, 1, 1, Objective.PLAIN, convolutions, true,
                Team.ofCaller());
    }

    /** A network that only predicts, on the calling thread. */
    public static Network forPrediction(Architecture architecture, Parameters weights, int capacity) {
        return new Network(architecture, weights, null, capacity, 1, Objective.PLAIN, Convolutions.fastest(),
                false, Team.ofCaller());
    }

    /** How many samples it takes at a time. */
    public int capacity() {
        return capacity;
    }

    /** The gradient that the last {@link #learn} came to. */
    public Parameters gradient() {
        return gradient;
    }

    /**
     * Forward with dropout and backward over a batch; afterwards {@link #gradient()} is that of its mean loss. The weights
     * are not touched.
     *
     * @param samples
     *            in the batch, at most {@link #capacity()}
     * @param seed
     *            decides what dropout drops
     */
    public Loss learn(PictureSource batch, int samples, long seed) {
        return run(learning, batch, Pass.learning(samples, shards, seed));
    }

    /** How well a batch is read, without dropout. */
    public Loss measure(PictureSource batch, int samples) {
        return run(measuring, batch, Pass.predicting(samples, shards));
    }

    /** Which class a sample of the last {@link #learn} or {@link #measure} was taken for. */
    public int answer(int sample) {
        return head.answer(sample);
    }

    private Loss run(List<Stage> stages, PictureSource batch, Pass pass) {
        for (int i = 0; i < pass.samples(); i++) {
            labels[i] = batch.label(i);
        }
        go(stages, batch, pass);
        return head.total(pass);
    }

    /** Reads a batch; {@link #probabilities} then has the answers. */
    public void predict(PictureSource batch, int samples) {
        go(predicting, batch, Pass.predicting(samples, shards));
    }

    /**
     * Goes through a batch to measure the state of batch normalisation anew: the weights' state is then the mean over all batches
     * since number 1.
     *
     * @param number
     *            of the batch, from 1
     */
    public void settle(PictureSource batch, int samples, int number) {
        go(predicting, batch, Pass.settling(samples, shards, number));
    }

    /** Copies what the last pass said about one sample: a probability for every class. */
    public void probabilities(int sample, float[] target) {
        head.probabilities(sample, target);
    }

    /** How many values the last hidden layer has. */
    public int featureCount() {
        return features.shape().size();
    }

    /** Copies the values of the last hidden layer, behind its activation, that the last pass had for one sample. */
    public void features(int sample, float[] target) {
        features.values().read(features.offset(sample), target, featureCount());
    }

    /**
     * Reads one picture, and finds out how the logit of a class depends on its pixels. Only in a network
     * {@link #forExplaining}.
     *
     * @param target
     *            takes the derivative with respect to every grey 0…1
     */
    public void explain(PictureSource picture, int classIndex, float[] target) {
        explained = classIndex;
        go(explaining, picture, Pass.predicting(1, shards));
        input.gradient().read(0, target, input.shape().size());
    }

    /** As if the loss were the logit itself. */
    private void askForOneClass(int shard, Pass pass) {
        var row = new float[logits.shape().size()];
        row[explained] = 1;
        logits.gradient().write(0, row, 0, row.length);
    }

    private void go(List<Stage> stages, PictureSource batch, Pass pass) {
        if (pass.samples() < 1 || pass.samples() > capacity) {
            throw new IllegalArgumentException(pass.samples() + " samples for a network that takes 1 to " + capacity);
        }
        source = batch;
        for (var stage : stages) {
            stage.run(team, pass);
        }
        source = null;
    }

    private void takePictures(int shard, Pass pass) {
        var picture = greys[shard];
        for (int i = pass.first(shard); i < pass.end(shard); i++) {
            source.copy(i, shard, picture);
            input.values().write(input.offset(i), picture, 0, picture.length);
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
