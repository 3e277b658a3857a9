package inkbench.training;

import java.util.Arrays;

import inkbench.data.Dataset;
import inkbench.model.Weights;
import inkbench.model.network.DatasetPictures;
import inkbench.model.network.Network;
import inkbench.model.network.layer.Loss;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Team;
import inkbench.training.optimizer.UpdateRule;

/**
 * Learns from batches with a network whose work a team shares, and updates the weights in ranges that the team shares too.
 *
 * <p>How the work is divided depends on nothing but the batch, so that the number of threads changes the time but not a bit
 * of the result.
 */
final class ShardedStep implements TrainingStep {
    /**
     * Shards of a batch. Twice as many processors could share the work; but with fewer samples in a shard, convolutions
     * spend more on preparing than on computing (docs/benchmarks.md).
     */
    static final int SHARDS = 8;

    private static final int RANGE = 16_384;
    // Validation goes through in batches of the same network.
    private static final int SMALLEST_CAPACITY = 128;

    private final Team team;
    private final long seed;
    private final UpdateRule[] rules;
    private final Parameters shared;
    private final Network network;
    private final DatasetPictures pictures;
    private final float[][] weights;
    private final float[][] gradients;

    /**
     * Makes network and buffers.
     *
     * @param largestBatch
     *            images that a batch can have at most
     */
    ShardedStep(TrainingSettings settings, Weights initial, int largestBatch, Team team) {
        this.team = team;
        seed = settings.seed();
        shared = new Parameters(initial.values().length);
        shared.write(initial.values());
        rules = new UpdateRule[Math.ceilDiv(shared.count(), RANGE)];
        Arrays.setAll(rules, range -> UpdateRule.of(settings.optimizer(), length(range)));
        var architecture = settings.architecture();
        int capacity = Math.max(SMALLEST_CAPACITY, largestBatch);
        network = Network.forTraining(architecture, shared, capacity, SHARDS, settings.labelSmoothing(), team);
        pictures = new DatasetPictures(SHARDS, architecture.input().size());
        weights = new float[team.size()][RANGE];
        gradients = new float[team.size()][RANGE];
    }

    @Override
    public Loss learn(Dataset dataset, int[] places, int from, int to, long iteration, double learningRate) {
        pictures.select(dataset, places, from);
        var loss = network.learn(pictures, to - from, Seeds.of(seed, Seeds.DROPOUT, iteration));
        team.run(rules.length, (worker, range) -> update(worker, range, (float) learningRate, iteration));
        return loss;
    }

    private void update(int worker, int range, float learningRate, long iteration) {
        int from = range * RANGE;
        int length = length(range);
        shared.read(from, weights[worker], length);
        network.gradient().read(from, gradients[worker], length);
        rules[range].apply(weights[worker], gradients[worker], learningRate, iteration);
        shared.tensor().write(from, weights[worker], 0, length);
    }

    private int length(int range) {
        return Math.min(RANGE, shared.count() - range * RANGE);
    }

    @Override
    public Loss measure(Dataset dataset, int[] places, int from, int to) {
        pictures.select(dataset, places, from);
        return network.measure(pictures, to - from);
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
    public void close() {
        network.close();
        shared.close();
    }
}
