package inkbench.model.network;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
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
import inkbench.model.Padding;
import inkbench.model.Shape;
import inkbench.model.network.layer.Layer;
import inkbench.model.network.layer.Pass;
import inkbench.model.network.layer.Phase;
import inkbench.model.network.layer.convolution.Convolutions;
import inkbench.model.network.tensor.Tensor;

/**
 * Milliseconds that one thread needs for a batch of 128 in one layer, as it lies behind the walkthrough's first convolution:
 * its input is 26×26 values of 32 channels. The first convolution itself is {@code first-convolution}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LayerBenchmark {
    private static final int BATCH = 128;
    private static final int SHARDS = 8;
    private static final Convolution FIRST = new Convolution(32, 3, Activation.IDENTITY);

    @Param({
            "first-convolution",
            "convolution-3x3",
            "convolution-3x3-same",
            "convolution-5x5-stride-2",
            "dense-128",
            "max-pooling",
            "average-pooling",
            "global-average-pooling",
            "batch-normalization",
            "dropout",
            "relu",
            "leaky-relu",
            "elu",
            "tanh"})
    private String layer;

    private final Pass pass = Pass.learning(BATCH, SHARDS, 1);
    private Tensor weights;
    private Tensor gradients;
    private Assembly assembly;
    private Layer measured;

    /** Makes a network of the first convolution and the layer, with random numbers everywhere. */
    @Setup
    public void prepare() {
        boolean alone = layer.equals("first-convolution");
        var layers = alone ? List.<LayerSpec>of(FIRST) : List.of(FIRST, spec());
        var closed = new Architecture(
                layer,
                new Shape(28, 28, 1),
                Stream.concat(layers.stream(), Stream.of(new Flatten())).toList());
        weights = new Tensor(closed.parameterCount());
        gradients = new Tensor(closed.parameterCount());
        var initial = InitialWeights.glorotUniform(closed, 1).values();
        weights.write(0, initial, 0, initial.length);
        assembly = new Assembly(closed, weights, gradients, BATCH, SHARDS, Convolutions.fastest(), false);
        var random = new SplittableRandom(1);
        assembly.buffers().forEach(buffer -> fill(buffer, random));
        measured = assembly.layers().get(alone ? 0 : 1);
        run(assembly.layers().getFirst().forward());
        run(measured.forward());
    }

    private LayerSpec spec() {
        return switch (layer) {
            case "convolution-3x3" -> new Convolution(64, 3, Activation.IDENTITY);
            case "convolution-3x3-same" -> new Convolution(64, 3, 1, Padding.SAME, Activation.IDENTITY);
            case "convolution-5x5-stride-2" -> new Convolution(64, 5, 2, Padding.SAME, Activation.IDENTITY);
            case "dense-128" -> new Dense(128, Activation.RELU);
            case "max-pooling" -> new MaxPooling(2);
            case "average-pooling" -> new AveragePooling(2);
            case "global-average-pooling" -> new GlobalAveragePooling();
            case "batch-normalization" -> new BatchNormalization();
            case "dropout" -> new Dropout(0.5);
            case "relu" -> new Activate(Activation.RELU);
            case "leaky-relu" -> new Activate(Activation.LEAKY_RELU);
            case "elu" -> new Activate(Activation.ELU);
            case "tanh" -> new Activate(Activation.TANH);
            default -> throw new IllegalArgumentException(layer);
        };
    }

    private static void fill(Tensor tensor, SplittableRandom random) {
        var values = new float[(int) tensor.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        tensor.write(0, values, 0, values.length);
    }

    /** Frees native memory. */
    @TearDown
    public void free() {
        assembly.buffers().forEach(Tensor::close);
        weights.close();
        gradients.close();
    }

    /** Forward. */
    @Benchmark
    public void forward() {
        run(measured.forward());
    }

    /** Backward. */
    @Benchmark
    public void backward() {
        run(measured.backward());
    }

    private void run(List<Phase> phases) {
        for (var phase : phases) {
            int pieces = switch (phase) {
                case Phase.OfShards _ -> SHARDS;
                case Phase.InPieces(int count, _) -> count;
            };
            for (int piece = 0; piece < pieces; piece++) {
                phase.work().run(piece, pass);
            }
        }
    }
}
