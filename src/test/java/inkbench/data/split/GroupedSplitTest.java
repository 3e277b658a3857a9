package inkbench.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.data.Part;

class GroupedSplitTest {
    private static final int COUNT = 5_000;
    private static final Dataset WHOLE = images(COUNT);
    private static final SplitShares SHARES = new SplitShares(0.7, 0.2, 0.1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsEveryGroupTogetherAndTheSharesClose(long seed) {
        var random = new SplittableRandom(seed);
        var groups = IntStream.generate(() -> random.nextInt(120) - 60).limit(COUNT).toArray();

        var parts = GroupedSplit.into(WHOLE, groups, SHARES, seed);

        var seen = new HashSet<Integer>();
        int images = 0;
        for (var part : parts.parts().values()) {
            var ofPart = IntStream.range(0, part.size()).map(i -> groups[part.sourceIndex(i)]).distinct().boxed()
                    .toList();
            assertThat(seen).doesNotContainAnyElementsOf(ofPart);
            seen.addAll(ofPart);
            images += part.size();
        }
        assertThat(images).isEqualTo(COUNT);
        assertThat(parts.part(Part.TRAIN).orElseThrow().size() / (double) COUNT).isCloseTo(0.7, within(0.02));
        assertThat(parts.part(Part.TEST).orElseThrow().size() / (double) COUNT).isCloseTo(0.2, within(0.02));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        var groups = IntStream.range(0, COUNT).map(i -> i % 50).toArray();

        assertThat(train(groups, 1)).isEqualTo(train(groups, 1)).isNotEqualTo(train(groups, 2));
    }

    @Test
    void leavesOutPartsWithoutImages() {
        var one = new int[COUNT];

        assertThat(GroupedSplit.into(WHOLE, one, SHARES, 1).parts()).containsOnlyKeys(Part.TRAIN);
    }

    @Test
    void refusesGroupsOfAnotherSet() {
        assertThatThrownBy(() -> GroupedSplit.into(WHOLE, new int[3], SHARES, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.4, 0.2", "1.2, -0.2, 0", "NaN, 0, 1", "0, 0, 0"})
    void sharesAddUpToOne(double train, double test, double holdout) {
        assertThatThrownBy(() -> new SplitShares(train, test, holdout)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] train(int[] groups, long seed) {
        var part = GroupedSplit.into(WHOLE, groups, SHARES, seed).part(Part.TRAIN).orElseThrow();
        return IntStream.range(0, part.size()).map(part::sourceIndex).toArray();
    }

    private static Dataset images(int count) {
        var labels = new byte[count];
        Arrays.fill(labels, (byte) 3);
        return Dataset.of("x", 1, 1, Dataset.DIGITS, new byte[count], labels, "made up");
    }
}
