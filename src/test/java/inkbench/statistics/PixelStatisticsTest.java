package inkbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.data.Dataset;
import inkbench.task.Progress;

class PixelStatisticsTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    /** Three images of a 0, four of a 1, one of a 2; the figures are those of R's {@code mean}, {@code median}, {@code sd}. */
    private static final PixelStatistics GOLDEN = statistics(2, 2, new int[][]{
            {0, 0, 10, 20, 255},
            {1, 0, 10, 20, 255},
            {0, 0, 20, 21, 0},
            {1, 0, 20, 21, 0},
            {2, 7, 8, 9, 200},
            {1, 4, 20, 90, 1},
            {0, 4, 20, 90, 1},
            {1, 255, 20, 90, 255}});

    @Test
    void equalsRForAnOddCount() {
        assertThat(GOLDEN.count(0)).isEqualTo(3);
        assertValues(PixelStatistic.MEAN, 0, 1.3333333333333333, 16.666666666666668, 43.666666666666664,
                85.33333333333333);
        assertValues(PixelStatistic.MEDIAN, 0, 0, 20, 21, 1);
        assertValues(
                PixelStatistic.STANDARD_DEVIATION,
                0,
                2.309401076758503,
                5.773502691896257,
                40.12895878705718,
                146.9364942188745);
    }

    @Test
    void equalsRForAnEvenCount() {
        assertThat(GOLDEN.count(1)).isEqualTo(4);
        assertValues(PixelStatistic.MEAN, 1, 64.75, 17.5, 55.25, 127.75);
        assertValues(PixelStatistic.MEDIAN, 1, 2, 20, 55.5, 128);
        assertValues(
                PixelStatistic.STANDARD_DEVIATION,
                1,
                126.84734920367868,
                5.0,
                40.12792045446661,
                146.9362106493835);
    }

    @Test
    void hasNoDeviationForASingleImage() {
        assertThat(GOLDEN.count(2)).isEqualTo(1);
        assertValues(PixelStatistic.MEAN, 2, 7, 8, 9, 200);
        assertValues(PixelStatistic.MEDIAN, 2, 7, 8, 9, 200);
        assertThat(GOLDEN.values(PixelStatistic.STANDARD_DEVIATION, 2)).containsOnly(Double.NaN);
    }

    @Test
    void hasNothingForAClassWithoutImages() {
        assertThat(GOLDEN.count(3)).isZero();
        for (var statistic : PixelStatistic.values()) {
            assertThat(GOLDEN.values(statistic, 3)).hasSize(4).containsOnly(Double.NaN);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 500", "3, 3, 777", "28, 28, 300", "5, 13, 64", "16, 16, 2500"})
    void agreesWithTheDefinitionsOnRandomImages(int width, int height, int count) {
        var dataset = random(width, height, count);
        var images = dataset.indicesByClass();

        var statistics = PixelStatistics.of(dataset, Progress.NONE);

        assertThat(statistics.width()).isEqualTo(width);
        assertThat(statistics.height()).isEqualTo(height);
        for (int label = 0; label < 10; label++) {
            var means = statistics.values(PixelStatistic.MEAN, label);
            var medians = statistics.values(PixelStatistic.MEDIAN, label);
            var deviations = statistics.values(PixelStatistic.STANDARD_DEVIATION, label);
            for (int p = 0; p < width * height; p++) {
                int x = p % width;
                int y = p / width;
                var sorted = Arrays.stream(images[label]).map(i -> dataset.pixel(i, x, y)).sorted().toArray();
                int n = sorted.length;
                double mean = Arrays.stream(sorted).average().orElseThrow();
                double squares = Arrays.stream(sorted).mapToDouble(v -> (v - mean) * (v - mean)).sum();
                double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2.0;
                assertThat(means[p]).isCloseTo(mean, within(1e-10));
                assertThat(medians[p]).isEqualTo(median);
                assertThat(deviations[p]).isCloseTo(Math.sqrt(squares / (n - 1)), within(1e-10));
            }
        }
    }

    @Test
    void losesNothingToCancellation() {
        var pixels = new int[1001][];
        Arrays.fill(pixels, new int[]{0, 255});
        pixels[500] = new int[]{0, 254};

        var deviation = statistics(1, 1, pixels).values(PixelStatistic.STANDARD_DEVIATION, 0)[0];

        // One of n values is smaller by 1: the variance is 1/n.
        assertThat(deviation).isCloseTo(Math.sqrt(1 / 1001.0), within(1e-16));
    }

    @Test
    void followsAView() {
        var dataset = random(4, 4, 400);
        var places = IntStream.range(0, 400).filter(i -> i % 3 == 0).toArray();

        var statistics = PixelStatistics.of(dataset.subset(places), Progress.NONE);

        assertThat(IntStream.range(0, 10).map(statistics::count).sum()).isEqualTo(places.length);
    }

    @Test
    void countsImagesWithoutLabelsTogether() {
        var unlabelled = Dataset.of("two", 1, 1, Dataset.DIGITS, new byte[]{10, 20}, new byte[0], "test");

        var statistics = PixelStatistics.of(unlabelled, Progress.NONE);

        assertThat(statistics.labelled()).isFalse();
        assertThat(statistics.count()).isEqualTo(2);
        assertThat(statistics.values(PixelStatistic.MEAN)).containsExactly(15);
        assertThat(statistics.values(PixelStatistic.MAXIMUM)).containsExactly(20);
    }

    @Test
    void needsLabelsForClasses() {
        var unlabelled = Dataset.of("one", 1, 1, Dataset.DIGITS, new byte[1], new byte[0], "test");

        assertThatThrownBy(() -> PixelStatistics.byClass(unlabelled, PixelStatistic.ALL, Progress.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesTheWholeTogetherFromTheClasses() {
        var dataset = random(5, 3, 200);
        var bare = Dataset.of("bare", 5, 3, Dataset.DIGITS, pixelsOf(dataset), new byte[0], "test");

        var together = PixelStatistics.of(dataset, Progress.NONE);
        var counted = PixelStatistics.of(bare, Progress.NONE);

        assertThat(together.count()).isEqualTo(200);
        for (var statistic : PixelStatistic.values()) {
            assertThat(together.values(statistic)).as(statistic.key()).isEqualTo(counted.values(statistic));
        }
    }

    @Test
    void knowsTheEndsAndTheEntropyOfAPixel() {
        assertValues(PixelStatistic.MINIMUM, 1, 0, 10, 20, 0);
        assertValues(PixelStatistic.MAXIMUM, 1, 255, 20, 90, 255);
        assertThat(GOLDEN.values(PixelStatistic.ENTROPY, 1)[0]).isCloseTo(entropy(0.5, 0.25, 0.25), ROUNDING);
        assertThat(GOLDEN.values(PixelStatistic.ENTROPY, 1)[1]).isCloseTo(entropy(0.25, 0.75), ROUNDING);
        assertThat(GOLDEN.values(PixelStatistic.ENTROPY, 2)).containsOnly(0.0);
    }

    @Test
    void hasEightBitsWhereAllValuesAreEquallyFrequent() {
        var rows = new int[2560][];
        Arrays.setAll(rows, i -> new int[]{0, i % 256});

        assertThat(statistics(1, 1, rows).values(PixelStatistic.ENTROPY, 0)[0]).isCloseTo(8, ROUNDING);
    }

    @Test
    void subtractsOneClassFromAnother() {
        assertThat(GOLDEN.difference(PixelStatistic.MEDIAN, 0, 1)).containsExactly(-2, 0, -34.5, -127);
        assertThat(GOLDEN.difference(PixelStatistic.MEAN, 0, 3)).containsOnly(Double.NaN);
    }

    @Test
    void refusesAStatisticThatWasNotAskedFor() {
        var means = PixelStatistics.byClass(random(2, 2, 20), Set.of(PixelStatistic.MEAN), Progress.NONE);

        assertThat(means.values(PixelStatistic.MEAN, 0)).hasSize(4);
        assertThatThrownBy(() -> means.values(PixelStatistic.ENTROPY, 0)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("entropy");
        assertThatThrownBy(() -> means.values(PixelStatistic.MEAN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void reportsEveryImageInTheEnd() {
        var reports = new ConcurrentLinkedQueue<Long>();

        PixelStatistics.of(random(4, 4, 400), new Progress() {
            @Override
            public void report(long done, long total) {
                reports.add(done);
                assertThat(total).isEqualTo(400);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });

        assertThat(reports).contains(400L);
    }

    @Test
    void stopsWhenItIsCancelled() {
        assertThatThrownBy(() -> PixelStatistics.of(random(4, 4, 400), new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        })).isInstanceOf(CancellationException.class);
    }

    private static double entropy(double... shares) {
        return -Arrays.stream(shares).map(share -> share * Math.log(share) / Math.log(2)).sum();
    }

    private static byte[] pixelsOf(Dataset dataset) {
        var pixels = new byte[dataset.size() * dataset.imageSize()];
        for (int i = 0; i < dataset.size(); i++) {
            dataset.copyPixels(i, pixels, i * dataset.imageSize());
        }
        return pixels;
    }

    private static void assertValues(PixelStatistic statistic, int label, double... expected) {
        assertThat(GOLDEN.values(statistic, label)).containsExactly(expected, ROUNDING);
    }

    /** Each row is a label and the pixels of an image. */
    private static PixelStatistics statistics(int width, int height, int[][] rows) {
        int size = width * height;
        var pixels = new byte[rows.length * size];
        var labels = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = (byte) rows[i][0];
            for (int p = 0; p < size; p++) {
                pixels[i * size + p] = (byte) rows[i][1 + p];
            }
        }
        var dataset = Dataset.of("rows", width, height, Dataset.DIGITS, pixels, labels, "test");
        return PixelStatistics.of(dataset, Progress.NONE);
    }

    /** Ten classes in turn; half of the pixels are background, in runs. */
    private static Dataset random(int width, int height, int count) {
        var random = new SplittableRandom(width * 31L + height);
        var pixels = new byte[count * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 12 % 2 == 0 ? 0 : random.nextInt(256));
        }
        var labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return Dataset.of("random", width, height, Dataset.DIGITS, pixels, labels, "test");
    }
}
