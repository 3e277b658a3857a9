package inkbench.training;

import java.util.Arrays;

import inkbench.data.Dataset;
import inkbench.model.Weights;
import inkbench.model.network.Loss;
import inkbench.model.network.Network;
import inkbench.model.network.Parameters;
import inkbench.task.Team;
import inkbench.training.optimizer.UpdateRule;

/**
 * Splits every batch into a constant number of shards, each with a network of its own over the same weights, and lets a
 * team work on them side by side; then sums the gradients and updates the weights, in ranges that the team shares too.
 *
 * <p>The split and the order of the sum depend on nothing but the batch, so that the number of threads changes the time but
 * not a bit of the result.
 */
final class ShardedStep implements TrainingStep {
    /** More would serve more processors, but each makes the matrix products smaller and adds a gradient to sum. */
    static final int SHARDS = 4;

    private static final int RANGE = 16_384;
    private static final int SMALLEST_CAPACITY = 32;

    private final Team team;
    private final long seed;
    private final UpdateRule rule;
    private final float[] master;
    private final Parameters shared;
    private final Network[] shards = new Network[SHARDS];
    private final Loss[] losses = new Loss[SHARDS];
    private final float[][] gradients;
    private final float[][] addends;

    /**
     * Makes networks and buffers.
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
        int capacity = Math.max(SMALLEST_CAPACITY, Math.ceilDiv(largestBatch, SHARDS));
        Arrays.setAll(shards, i -> Network.forTraining(settings.architecture(), shared, capacity));
        gradients = new float[team.size()][RANGE];
        addends = new float[team.size()][RANGE];
    }

    @Override
    public Loss learn(Dataset dataset, int[] places, int from, int to, long iteration, double learningRate) {
        int batch = to - from;
        onShards(dataset, places, from, to, (shard, samples) -> {
            long dropout = Seeds.of(seed, Seeds.DROPOUT, iteration * SHARDS + shard);
            return shards[shard].learn(samples, batch, dropout);
        });
        team.run(Math.ceilDiv(master.length, RANGE),
                (worker, range) -> update(worker, range * RANGE, (float) learningRate, iteration));
        return total();
    }

    @Override
    public Loss measure(Dataset dataset, int[] places, int from, int to) {
        onShards(dataset, places, from, to, (shard, samples) -> shards[shard].measure(samples));
        return total();
    }

    /** What a shard does with the pictures that were set for it. */
    @FunctionalInterface
    private interface ShardWork {
        Loss run(int shard, int samples);
    }

    /** Hands every shard its pictures of the batch, side by side; one without any has no loss. */
    private void onShards(Dataset dataset, int[] places, int from, int to, ShardWork work) {
        int batch = to - from;
        team.run(SHARDS, (_, shard) -> {
            int first = from + start(shard, batch);
            int samples = from + start(shard + 1, batch) - first;
            if (samples == 0) {
                losses[shard] = Loss.NONE;
            } else {
                shards[shard].setPictures(dataset, places, first, first + samples);
                losses[shard] = work.run(shard, samples);
            }
        });
    }

    private static int start(int shard, int batch) {
        return (int) ((long) shard * batch / SHARDS);
    }

    private void update(int worker, int from, float learningRate, long iteration) {
        int length = Math.min(RANGE, master.length - from);
        var sum = gradients[worker];
        var addend = addends[worker];
        Arrays.fill(sum, 0, length, 0);
        for (int shard = 0; shard < SHARDS; shard++) {
            if (losses[shard].samples() > 0) {
                shards[shard].gradient().read(from, addend, length);
                add(sum, addend, length);
            }
        }
        rule.apply(master, sum, from, from + length, learningRate, iteration);
        shared.write(from, master, length);
    }

    private static void add(float[] sum, float[] addend, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += addend[i];
        }
    }

    private Loss total() {
        var total = Loss.NONE;
        for (var loss : losses) {
            total = total.plus(loss);
        }
        return total;
    }

    @Override
    public int measureSize() {
        return SHARDS * shards[0].capacity();
    }

    @Override
    public float[] weights() {
        return master.clone();
    }

    @Override
    public void close() {
        for (var shard : shards) {
            shard.close();
        }
        shared.close();
    }
}
