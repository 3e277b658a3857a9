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

import inkbench.data.Dataset;
import inkbench.data.generator.BuiltInSet;
import inkbench.model.InitialWeights;
import inkbench.model.Prediction;
import inkbench.model.Weights;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Progress;

/**
 * Milliseconds to answers. The difference between {@link #single} and {@link #singleOnTheCallersThread} is what the hand-over
 * to the predictor's thread and back costs.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class PredictorBenchmark {
    private static final long SEED = 1;
    private static final int IMAGES = 2_048;

    @Param({"mlp", "cnn"})
    private String architecture;

    private Weights weights;
    private Dataset images;
    private byte[] image;
    private Predictor predictor;
    private Parameters parameters;
    private Network network;
    private DatasetPictures pictures;
    private float[] probabilities;

    /** Makes a predictor, and beside it a network for one image. */
    @Setup
    public void prepare() throws IOException {
        var chosen = BenchmarkNetworks.named(architecture);
        weights = InitialWeights.glorotUniform(chosen, SEED);
        images = BuiltInSet.load().first().subset(IntStream.range(0, IMAGES).toArray());
        image = images.image(0);
        predictor = new Predictor(chosen);
        parameters = new Parameters(chosen.parameterCount());
        parameters.write(weights.values());
        network = Network.forPrediction(chosen, parameters, 1);
        pictures = new DatasetPictures(1, chosen.input().size());
        pictures.select(images, new int[1], 0);
        probabilities = new float[chosen.classCount()];
    }

    /** Ends the threads and frees native memory. */
    @TearDown
    public void free() {
        predictor.close();
        network.close();
        parameters.close();
    }

    /** One image, as the canvas asks for it. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Prediction single() {
        return predictor.predict(weights, image).join();
    }

    /** One image, without the predictor's thread. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public float[] singleOnTheCallersThread() {
        network.predict(pictures, 1);
        network.probabilities(0, probabilities);
        return probabilities;
    }

    /** 2,048 images in batches on all processors, as an evaluation asks for them. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public float[][] batches() {
        return predictor.predictAll(weights, images, Progress.NONE);
    }
}
