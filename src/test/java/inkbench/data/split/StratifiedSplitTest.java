package inkbench.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.data.Part;

class StratifiedSplitTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -7, 1234567890123L})
    void putsEveryImageIntoExactlyOnePart(long seed) {
        var whole = random(1000, seed);

        var parts = StratifiedSplit.into(whole, new SplitShares(0.7, 0.2, 0.1), seed);

        var places = parts.parts().values().stream().flatMapToInt(part -> Arrays.stream(places(part))).sorted()
                .toArray();
        assertThat(places).containsExactly(IntStream.range(0, 1000).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -7, 1234567890123L})
    void givesEveryPartItsShareOfEveryClassToWithinAnImage(long seed) {
        var whole = random(1000, seed);
        var all = whole.classCounts();

        var shares = StratifiedSplit.split(whole, seed, 0.7, 0.2, 0.1);

        for (int c = 0; c < all.length; c++) {
            assertThat((double) shares.get(0).classCounts()[c]).isBetween(all[c] * 0.7 - 1, all[c] * 0.7 + 1);
            assertThat((double) shares.get(1).classCounts()[c]).isBetween(all[c] * 0.2 - 1, all[c] * 0.2 + 1);
            assertThat((double) shares.get(2).classCounts()[c]).isBetween(all[c] * 0.1 - 1, all[c] * 0.1 + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "1, 1, 0, 0",
            "2, 2, 0, 0",
            "3, 2, 1, 0",
            "4, 3, 1, 0",
            "5, 4, 1, 0",
            "10, 7, 2, 1",
            "11, 8, 2, 1",
            "100, 70, 20, 10"})
    void dealsOutWhatRoundingLeavesToThoseWhoLostMost(int count, int train, int test, int holdout) {
        var shares = StratifiedSplit.split(ofClass(4, count), 1, 0.7, 0.2, 0.1);

        assertThat(shares).extracting(Dataset::size).containsExactly(train, test, holdout);
    }

    @Test
    void keepsTheOrderOfTheWhole() {
        for (var part : StratifiedSplit.split(random(200, 3), 3, 0.5, 0.5)) {
            assertThat(places(part)).isSorted();
        }
    }

    @Test
    void givesTheSameForTheSameSeedOnEveryMachine() {
        var whole = ofClass(0, 10);

        assertThat(places(StratifiedSplit.split(whole, 1, 0.8, 0.2).get(1))).containsExactly(3, 6);
        assertThat(places(StratifiedSplit.split(whole, 2, 0.8, 0.2).get(1))).containsExactly(0, 6);
    }

    @Test
    void splitsAViewByItsOwnImages() {
        var view = random(100, 5).subset(IntStream.iterate(99, i -> i >= 50, i -> i - 1).toArray());

        var shares = StratifiedSplit.split(view, 5, 0.9, 0.1);

        assertThat(shares.stream().flatMapToInt(share -> Arrays.stream(places(share))).sorted().toArray())
                .containsExactly(IntStream.range(50, 100).toArray());
    }

    @Test
    void leavesOutAPartWithoutImages() {
        var parts = StratifiedSplit.into(random(100, 1), new SplitShares(0.8, 0.2, 0), 1);

        assertThat(parts.parts()).containsOnlyKeys(Part.TRAIN, Part.TEST);
    }

    @Test
    void refusesSharesThatAreNotOfOneWhole() {
        var whole = random(10, 1);

        for (var shares : List.of(new double[]{0.8, 0.1}, new double[]{1.2, -0.2}, new double[]{Double.NaN, 1})) {
            assertThatThrownBy(() -> StratifiedSplit.split(whole, 1, shares))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void needsLabels() {
        var unlabelled = Dataset.of("four", 1, 1, Dataset.DIGITS, new byte[4], new byte[0], "test");

        assertThatThrownBy(() -> StratifiedSplit.split(unlabelled, 1, 1)).isInstanceOf(IllegalStateException.class);
    }

    /** The places in the whole; the images of a whole are numbered by it. */
    private static int[] places(Dataset part) {
        return IntStream.range(0, part.size()).map(part::sourceIndex).toArray();
    }

    private static Dataset random(int count, long seed) {
        var random = new SplittableRandom(seed);
        var labels = new byte[count];
        for (int i = 0; i < count; i++) {
            // The higher the class, the rarer.
            labels[i] = (byte) random.nextInt(1 + random.nextInt(10));
        }
        return Dataset.of("random", 1, 1, Dataset.DIGITS, new byte[count], labels, "test");
    }

    private static Dataset ofClass(int label, int count) {
        var labels = new byte[count];
        Arrays.fill(labels, (byte) label);
        return Dataset.of("alike", 1, 1, Dataset.DIGITS, new byte[count], labels, "test");
    }
}
