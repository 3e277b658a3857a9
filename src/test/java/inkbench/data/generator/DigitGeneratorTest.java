package inkbench.data.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.format.DatasetFiles;
import inkbench.task.Progress;
import inkbench.testing.NearestNeighbour;
import inkbench.testing.TestData;

class DigitGeneratorTest {
    private static final Progress CANCELLED = new Progress() {
        @Override
        public void report(long done, long total) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    private static String hash(Dataset digits) {
        return digits.provenance().sha256();
    }

    @Test
    void makesTheSameDigitsOnEveryMachine() {
        assertThat(hash(DigitGenerator.generate(100, 7, Progress.NONE)))
                .isEqualTo("f3e61a4fdd50b9616b7f1a1a6a58059fa48870b4c7c9a400e634f1edcd313c36");
    }

    @Test
    void makesTheSameDigitsOnAnyNumberOfThreads() throws Exception {
        try (var one = new ForkJoinPool(1); var four = new ForkJoinPool(4)) {
            var alone = one.submit(() -> hash(DigitGenerator.generate(400, 3, Progress.NONE))).get();
            var together = four.submit(() -> hash(DigitGenerator.generate(400, 3, Progress.NONE))).get();
            assertThat(together).isEqualTo(alone);
        }
    }

    @Test
    void makesOtherDigitsFromAnotherSeed() {
        assertThat(hash(DigitGenerator.generate(50, 1, Progress.NONE)))
                .isNotEqualTo(hash(DigitGenerator.generate(50, 2, Progress.NONE)));
    }

    @Test
    void writesEveryDigitDifferently() {
        var digits = DigitGenerator.generate(1000, 5, Progress.NONE);
        var images = new HashSet<String>();
        for (int i = 0; i < digits.size(); i++) {
            images.add(Arrays.toString(digits.image(i)));
        }
        assertThat(images).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1,    0, 1
            10,   1, 1
            95,   9, 10
            1000, 100, 100
            """)
    void makesEquallyManyOfEveryDigit(int count, int fewest, int most) {
        var counts = DigitGenerator.generate(count, 11, Progress.NONE).classCounts();
        assertThat(counts).hasSize(10);
        assertThat(IntStream.of(counts).sum()).isEqualTo(count);
        assertThat(IntStream.of(counts)).allSatisfy(of -> assertThat(of).isBetween(fewest, most));
    }

    @Test
    void mixesTheClasses() {
        var digits = DigitGenerator.generate(1000, 11, Progress.NONE);
        var beginning = digits.subset(IntStream.range(0, 100).toArray());
        assertThat(IntStream.of(beginning.classCounts())).allSatisfy(of -> assertThat(of).isBetween(2, 25));
    }

    @Test
    void testsWithOtherWritersThanItTrainsWith() {
        var parts = DigitGenerator.generate(100, 100, 4, Progress.NONE);
        assertThat(hash(parts.part(Part.TRAIN).orElseThrow()))
                .isNotEqualTo(hash(parts.part(Part.TEST).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2_739_138, Integer.MAX_VALUE})
    void refusesNumbersOfDigitsThatItCannotMake(int count) {
        assertThatIllegalArgumentException().isThrownBy(() -> DigitGenerator.generate(count, 1, Progress.NONE))
                .withMessage("Between 1 and 2739137 digits, not " + count);
    }

    @Test
    void stopsWhenCancelled() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> DigitGenerator.generate(1000, 1, CANCELLED));
    }

    @Test
    void reportsEveryDigitOnceOverAllParts() {
        var reports = new HashSet<Long>();
        var progress = new Progress() {
            @Override
            public synchronized void report(long done, long total) {
                assertThat(total).isEqualTo(130);
                reports.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        DigitGenerator.generate(80, 50, 1, progress);
        // Ten digits by each writer, who are done in any order.
        assertThat(reports).containsExactlyInAnyOrder(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L, 110L, 120L,
                130L);
    }

    /** A nearest neighbour reads 0.875 of these; a convolutional network reads more, see data/README.md. */
    @Test
    void makesDigitsThatMnistIsReadBy() throws Exception {
        var mnist = DatasetFiles.open(TestData.folder().resolve("mnist"), Progress.NONE).part(Part.TEST).orElseThrow();
        var sample = mnist.subset(IntStream.range(0, 400).map(i -> 25 * i).toArray());
        var known = DigitGenerator.generate(5000, 1, Progress.NONE);
        assertThat(NearestNeighbour.accuracy(known, sample)).isGreaterThan(0.85);
    }
}
