package inkbench.training.step;

import java.util.ArrayList;
import java.util.List;

import inkbench.data.Images;
import inkbench.model.Architecture;
import inkbench.model.Weights;
import inkbench.model.network.DatasetPictures;
import inkbench.model.network.Network;
import inkbench.model.network.PictureSource;
import inkbench.model.network.layer.Loss;
import inkbench.model.network.layer.Objective;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Team;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.UpdateRule;
import inkbench.training.recipe.TrainingSettings;

/**
 * Learns from batches with a network whose work a team shares, and updates the weights in ranges that the team shares too.
 *
 * <p>How the work is divided depends on nothing but the batch, so that the number of threads changes the time but not a bit
 * of the result.
 */
public final class ShardedStep implements TrainingStep {
    /**
     * Shards of a batch. Twice as many processors could share the work; but with fewer samples in a shard, convolutions
     * spend more on preparing than on computing (docs/benchmarks.md).
     */
    public static final int SHARDS = 8;

    private static final int RANGE = 16_384;
    /** There are buffers for so many images at least: validation goes through in batches of the same network. */
    public static final int SMALLEST_CAPACITY = 128;

    private final Team team;
    private final long seed;
    private final List<Piece> pieces;
    private final Parameters shared;
    private final Network network;
    private final DatasetPictures pictures;
    private final AugmentedPictures augmented;
    private final float[][] weights;
    private final float[][] gradients;

    /**
     * Makes network and buffers.
     *
     * @param largestBatch
     *            images that a batch can have at most
     * @param classWeights
     *            how much an image of each class counts; empty for 1 each
     */
    public ShardedStep(
            TrainingSettings settings,
            Weights initial,
            int largestBatch,
            float[] classWeights,
            Team team) {
        this.team = team;
        seed = settings.seed();
        shared = new Parameters(initial.values().length);
        shared.write(initial.values());
        var architecture = settings.architecture();
        pieces = pieces(architecture, settings.recipe().optimizer());
        int capacity = Math.max(SMALLEST_CAPACITY, largestBatch);
        var objective = new Objective(settings.recipe().labelSmoothing(), classWeights);
        network = Network.forTraining(architecture, shared, capacity, SHARDS, objective, team);
        pictures = new DatasetPictures(SHARDS, architecture.input().size());
        var augmentation = settings.recipe().augmentation();
        var input = architecture.input();
        augmented = augmentation.isNone()
                ? null
                : new AugmentedPictures(augmentation, SHARDS, input.height(), input.width(), seed);
        weights = new float[team.size()][RANGE];
        gradients = new float[team.size()][RANGE];
    }

    /** Of what is learned; the rest the layers write themselves. */
    private static List<Piece> pieces(Architecture architecture, Optimizer optimizer) {
        var pieces = new ArrayList<Piece>();
        for (var range : architecture.learnedRanges()) {
            for (int from = range.from(); from < range.to(); from += RANGE) {
                int length = Math.min(RANGE, range.to() - from);
                pieces.add(new Piece(from, length, UpdateRule.of(optimizer, length)));
            }
        }
        return List.copyOf(pieces);
    }

    /** Parameters {@code from} on, and what changes them. */
    private record Piece(int from, int length, UpdateRule rule) {}

    @Override
    public Loss learn(
            Images images,
            int[] places,
            int from,
            int to,
            long iteration,
            double learningRate,
            boolean asTheyAre) {
        var batch = asTheyAre ? select(images, places, from) : select(images, places, from, iteration);
        var loss = network.learn(batch, to - from, Seeds.of(seed, Seeds.DROPOUT, iteration));
        team.run(
                pieces.size(),
                (worker, piece) -> update(worker, pieces.get(piece), (float) learningRate, iteration));
        return loss;
    }

    private PictureSource select(Images images, int[] places, int from, long iteration) {
        if (augmented == null) {
            return select(images, places, from);
        }
        augmented.select(images, places, from, iteration);
        return augmented;
    }

    private PictureSource select(Images images, int[] places, int from) {
        pictures.select(images, places, from);
        return pictures;
    }

    private void update(int worker, Piece piece, float learningRate, long iteration) {
        shared.read(piece.from, weights[worker], piece.length);
        network.gradient().read(piece.from, gradients[worker], piece.length);
        piece.rule.apply(weights[worker], gradients[worker], learningRate, iteration);
        shared.tensor().write(piece.from, weights[worker], 0, piece.length);
    }

    @Override
    public Loss measure(Images images, int[] places, int from, int to) {
        return network.measure(select(images, places, from), to - from);
    }

    @Override
    public int answer(int sample) {
        return network.answer(sample);
    }

    @Override
    public void settle(Images images, int[] places, int from, int to, int number) {
        network.settle(select(images, places, from), to - from, number);
    }

    @Override
    public int measureSize() {
        return network.capacity();
    }

    @Override
    public float[] weights() {
        var values = new float[shared.count()];
        shared.read(0, values, values.length);
        return values;
    }

    @Override
    public float[] gradient() {
        var gradient = network.gradient();
        var values = new float[gradient.count()];
        gradient.read(0, values, values.length);
        return values;
    }

    @Override
    public float[] memory() {
        var memory = new float[memoryLength()];
        int at = 0;
        for (var piece : pieces) {
            for (var remembered : piece.rule.memory()) {
                System.arraycopy(remembered, 0, memory, at, remembered.length);
                at += remembered.length;
            }
        }
        return memory;
    }

    private int memoryLength() {
        return pieces.stream()
                .flatMap(piece -> piece.rule.memory().stream())
                .mapToInt(remembered -> remembered.length)
                .reduce(0, Math::addExact);
    }

    @Override
    public void restore(float[] weights, float[] memory) {
        if (memory.length != memoryLength()) {
            throw new IllegalArgumentException(memory.length + " numbers where the optimizer has " + memoryLength());
        }
        restore(weights);
        int at = 0;
        for (var piece : pieces) {
            for (var remembered : piece.rule.memory()) {
                System.arraycopy(memory, at, remembered, 0, remembered.length);
                at += remembered.length;
            }
        }
    }

    @Override
    public void restore(float[] weights) {
        if (weights.length != shared.count()) {
            throw new IllegalArgumentException(weights.length + " weights for a network of " + shared.count());
        }
        shared.write(weights);
    }

    @Override
    public void close() {
        network.close();
        shared.close();
    }
}
