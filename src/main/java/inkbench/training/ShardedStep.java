package inkbench.training;

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
    private final UpdateRule rule;
    private final float[] master;
    private final Parameters shared;
    private final Network network;
    private final DatasetPictures pictures;
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
        master = initial.values().clone();
        rule = UpdateRule.of(settings.optimizer(), master.length);
        shared = new Parameters(master.length);
        shared.write(master);
        var architecture = settings.architecture();
        int capacity = Math.max(SMALLEST_CAPACITY, largestBatch);
        network = Network.forTraining(architecture, shared, capacity, SHARDS, 0, team);
        pictures = new DatasetPictures(SHARDS, architecture.input().size());
        gradients = new float[team.size()][RANGE];
    }

    @Override
    public Loss learn(Dataset dataset, int[] places, int from, int to, long iteration, double learningRate) {
        pictures.select(dataset, places, from);
        var loss = network.learn(pictures, to - from, Seeds.of(seed, Seeds.DROPOUT, iteration));
        team.run(
                Math.ceilDiv(master.length, RANGE),
                (worker, range) -> update(worker, range * RANGE, (float) learningRate, iteration));
        return loss;
    }

    private void update(int worker, int from, float learningRate, long iteration) {
        int length = Math.min(RANGE, master.length - from);
        var gradient = gradients[worker];
        network.gradient().read(from, gradient, length);
        rule.apply(master, gradient, from, from + length, learningRate, iteration);
        shared.write(from, master, length);
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
        return master.clone();
    }

    @Override
    public void close() {
        network.close();
        shared.close();
    }
}
