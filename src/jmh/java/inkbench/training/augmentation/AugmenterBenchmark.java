package inkbench.training.augmentation;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

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
import org.openjdk.jmh.annotations.Warmup;

import inkbench.data.generator.DigitGenerator;
import inkbench.task.Progress;

/** Another version of an image of 28×28 pixels, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AugmenterBenchmark {
    private static final int IMAGES = 1_000;

    @Param({"AFFINE", "ELASTIC", "THICKNESS", "AFFINE_ELASTIC", "ALL"})
    private String kinds;
    private byte[][] images;
    private Augmenter augmenter;
    private float[] greys;
    private long seed;

    /** Makes the images. */
    @Setup
    public void prepare() {
        var digits = DigitGenerator.generate(IMAGES, 1, Progress.NONE);
        images = new byte[IMAGES][];
        Arrays.setAll(images, digits::image);
        augmenter = new Augmenter(settings(), digits.height(), digits.width());
        greys = new float[digits.imageSize()];
    }

    private Augmentation settings() {
        var none = Augmentation.NONE;
        var all = Augmentation.DIGITS;
        return switch (kinds) {
            case "AFFINE" -> all.withElastic(0, all.elasticSmoothness()).withThickness(0);
            case "ELASTIC" -> none.withElastic(all.elasticAmplitude(), all.elasticSmoothness());
            case "THICKNESS" -> none.withThickness(all.thickness());
            case "AFFINE_ELASTIC" -> all.withThickness(0);
            case "ALL" -> all;
            default -> throw new IllegalArgumentException(kinds);
        };
    }

    /** Another image and another seed every time. */
    @Benchmark
    public float[] augment() {
        seed++;
        augmenter.apply(images[(int) (seed % IMAGES)], seed, greys);
        return greys;
    }
}
