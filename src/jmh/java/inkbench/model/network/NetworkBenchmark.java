package inkbench.model.network;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import inkbench.data.generator.BuiltInSet;
import inkbench.model.InitialWeights;
import inkbench.model.network.layer.Loss;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Team;
import inkbench.task.Workers;
import inkbench.model.network.layer.Objective;

/** Milliseconds for a batch of 128 through whole networks: forward alone, and forward and backward. No weights change. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class NetworkBenchmark {
    private static final int BATCH = 128;
    private static final long SEED = 1;

    @Param({"mlp", "cnn"})
    private String architecture;
    @Param("8")
    private int shards;
    @Param({"1", "2"})
    private int threads;

    private Team team;
    private Parameters weights;
    private Network network;
    private DatasetPictures pictures;

    /** Makes the network and takes the first digits of the built-in set. */
    @Setup
    public void prepare() throws IOException {
        var chosen = BenchmarkNetworks.named(architecture);
        team = new Team(threads, Workers.daemons("benchmark"));
        weights = new Parameters(chosen.parameterCount());
        weights.write(InitialWeights.glorotUniform(chosen, SEED).values());
        network = Network.forTraining(chosen, weights, BATCH, shards, Objective.PLAIN, team);
        pictures = new DatasetPictures(shards, chosen.input().size());
        pictures.select(BuiltInSet.load().first(), IntStream.range(0, BATCH).toArray(), 0);
    }

    /** Ends the threads and frees native memory. */
    @TearDown
    public void free() {
        network.close();
        weights.close();
        team.close();
    }

    /** Forward. */
    @Benchmark
    public Loss forward() {
        return network.measure(pictures, BATCH);
    }

    /** Forward and backward. */
    @Benchmark
    public Loss forwardAndBackward() {
        return network.learn(pictures, BATCH, SEED);
    }
}
