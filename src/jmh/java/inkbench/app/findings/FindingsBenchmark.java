package inkbench.app.findings;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import inkbench.data.Dataset;
import inkbench.data.Duplicates;
import inkbench.data.generator.DigitGenerator;
import inkbench.statistics.Outliers;
import inkbench.task.Progress;

/** Duplicates and outliers of as many images as MNIST has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
public class FindingsBenchmark {
    private static final int IMAGES = 70_000;

    private Dataset digits;

    /** Makes the images. */
    @Setup
    public void prepare() {
        digits = DigitGenerator.generate(IMAGES, 1, Progress.NONE);
    }

    /** All groups of the same images. */
    @Benchmark
    public List<int[]> duplicates() {
        return Duplicates.groups(digits, Progress.NONE);
    }

    /** All images that are far from their class. */
    @Benchmark
    public Outliers outliers() {
        return Outliers.of(digits, Findings.MOST_OUTLIERS, Progress.NONE);
    }
}
