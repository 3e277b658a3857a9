package inkbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.statistics.Outliers.Outlier;
import inkbench.task.Progress;
import inkbench.testing.SyntheticData;

class OutliersTest {
    @Test
    void scoresDistancesByTheMedianAbsoluteDeviationOfTheClass() {
        var values = new int[]{10, 20, 30, 40, 50, 60, 200};
        var outliers = Outliers.of(pixels(values, new int[7]), 10, Progress.NONE);

        double mean = Arrays.stream(values).average().orElseThrow();
        var distances = Arrays.stream(values).mapToDouble(value -> Math.abs(value - mean)).toArray();
        var sorted = Arrays.stream(distances).sorted().toArray();
        double median = sorted[3];
        double mad = Arrays.stream(distances).map(distance -> Math.abs(distance - median)).sorted().toArray()[3];
        assertThat(outliers.found()).singleElement().satisfies(outlier -> {
            assertThat(outlier.place()).isEqualTo(6);
            assertThat(outlier.distance()).isCloseTo((float) (200 - mean), within(1e-3f));
            assertThat(outlier.score())
                    .isCloseTo((float) (0.6745 * (200 - mean - median) / mad), within(1e-3f))
                    .isGreaterThan((float) Outliers.THRESHOLD);
            assertThat(outlier.nearest()).isEqualTo(-1);
            assertThat(outlier.nearestDistance()).isNaN();
        });
    }

    @Test
    void namesTheOtherClassWhoseMeanIsNearest() {
        // The last image has the label 0 and looks like the images of class 1.
        var outliers = Outliers.of(
                pixels(
                        new int[]{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 100, 100, 102, 250, 100},
                        new int[]{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 0}),
                10,
                Progress.NONE);

        var last = outliers.found().getFirst();
        assertThat(last.place()).isEqualTo(14);
        assertThat(last.nearest()).isEqualTo(1);
        assertThat(last.nearestDistance()).isCloseTo(2 / 3f, within(1e-3f));
        assertThat(last.nearerToOther()).isTrue();
    }

    @Test
    void scoresByTheMeanDeviationWhereMostOfAClassHaveOneDistance() {
        var values = new int[20];
        values[7] = 200;
        var found = Outliers.of(pixels(values, new int[20]), 10, Progress.NONE).found();

        // Distances: 19 times 10, once 190. Mean deviation: 180 / 20.
        assertThat(found).singleElement().satisfies(outlier -> {
            assertThat(outlier.place()).isEqualTo(7);
            assertThat(outlier.score()).isCloseTo((float) (180 / (1.2533 * 9)), within(1e-3f));
        });
    }

    @Test
    void findsNoneWhereAllImagesAreTheSame() {
        var outliers = Outliers.of(pixels(new int[12], new int[12]), 10, Progress.NONE);

        assertThat(outliers.found()).isEmpty();
        assertThat(outliers.count()).isZero();
    }

    @Test
    void findsNoneWhereThereAreNoImages() {
        var nothing = pixels(new int[]{1}, new int[]{0}).subset(new int[0]);

        assertThat(Outliers.of(nothing, 10, Progress.NONE).found()).isEmpty();
    }

    @Test
    void putsTheLargestScoreFirstAndCountsThoseItDoesNotDescribe() {
        var all = Outliers.of(withStains(), 100, Progress.NONE);
        var two = Outliers.of(withStains(), 2, Progress.NONE);

        assertThat(all.found()).extracting(Outlier::score).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(all.found()).extracting(Outlier::place).contains(17, 230, 451);
        assertThat(two.found()).isEqualTo(all.found().subList(0, 2));
        assertThat(two.count()).isEqualTo(all.count());
    }

    /** Synthetic digits, three of which are all ink. */
    private static Dataset withStains() {
        var digits = SyntheticData.labelled("digits", 600, 5);
        int size = digits.imageSize();
        var pixels = new byte[600 * size];
        var labels = new byte[600];
        for (int i = 0; i < labels.length; i++) {
            digits.copyPixels(i, pixels, i * size);
            labels[i] = (byte) digits.label(i);
        }
        for (int stain : List.of(17, 230, 451)) {
            Arrays.fill(pixels, stain * size, (stain + 1) * size, (byte) 255);
        }
        return Dataset.of("stained", 28, 28, Dataset.DIGITS, pixels, labels, "made up");
    }

    private static Dataset pixels(int[] values, int[] labels) {
        var pixels = new byte[values.length];
        var classes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) values[i];
            classes[i] = (byte) labels[i];
        }
        return Dataset.of("pixels", 1, 1, Dataset.DIGITS, pixels, classes, "made up");
    }
}
