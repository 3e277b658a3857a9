package inkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Duplicates.Pair;
import inkbench.task.Progress;

class DuplicatesTest {
    @Test
    void findsEveryPairWhateverTheLabels() {
        var a = images(1, 2, 3, 2);
        var b = images(2, 9, 3, 2);

        assertThat(Duplicates.between(a, b, Progress.NONE))
                .containsExactly(new Pair(1, 0), new Pair(1, 3), new Pair(2, 2), new Pair(3, 0), new Pair(3, 3));
    }

    @Test
    void pairsEachLaterOneWithTheFirstInItsOwnSet() {
        assertThat(Duplicates.within(images(7, 1, 7, 2, 7, 2), Progress.NONE))
                .containsExactly(new Pair(0, 2), new Pair(0, 4), new Pair(3, 5));
        assertThat(Duplicates.within(images(1, 2, 3), Progress.NONE)).isEmpty();
    }

    @Test
    void findsInAViewByThePlacesOfTheView() {
        var set = images(5, 6, 7, 5);

        assertThat(Duplicates.between(set.subset(new int[]{3, 1}), set, Progress.NONE))
                .containsExactly(new Pair(0, 0), new Pair(0, 3), new Pair(1, 1));
    }

    /** Images of few pixels with few values are often the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithComparingEachWithEach(long seed) {
        var random = new SplittableRandom(seed);
        var a = noise(random, 150);
        var b = noise(random, 200);
        var expected = new ArrayList<Pair>();
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (Arrays.equals(a.image(i), b.image(j))) {
                    expected.add(new Pair(i, j));
                }
            }
        }

        assertThat(expected).isNotEmpty();
        assertThat(Duplicates.between(a, b, Progress.NONE)).isEqualTo(expected);
    }

    @Test
    void groupsWhatIsThere() {
        assertThat(Duplicates.groups(images(4, 7, 4, 5, 7, 4), Progress.NONE))
                .containsExactly(new int[]{0, 2, 5}, new int[]{1, 4});
        assertThat(Duplicates.groups(images(1, 2, 3), Progress.NONE)).isEmpty();
        assertThat(Duplicates.groups(images(), Progress.NONE)).isEmpty();
    }

    @Test
    void groupsAnyNumberOfEmptyImages() {
        assertThat(Duplicates.groups(images(new int[200_000]), Progress.NONE))
                .singleElement()
                .satisfies(group -> assertThat(group).hasSize(200_000).isSorted());
    }

    @Test
    void refusesImagesOfAnotherSize() {
        var wide = Dataset.of("wide", 4, 1, Dataset.DIGITS, new byte[4], new byte[]{0}, "made up");

        assertThatThrownBy(() -> Duplicates.between(images(1), wide, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different sizes");
    }

    @Test
    void endsWhenNobodyWantsToKnow() {
        var cancelled = new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> Duplicates.between(images(1), images(1), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    /** An image of 3×3 pixels for every number, the same for the same. */
    private static Dataset images(int... numbers) {
        var pixels = new byte[9 * numbers.length];
        var labels = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            Arrays.fill(pixels, 9 * i, 9 * (i + 1), (byte) numbers[i]);
            labels[i] = (byte) (i % 10);
        }
        return Dataset.of("numbers", 3, 3, Dataset.DIGITS, pixels, labels, "made up");
    }

    private static Dataset noise(SplittableRandom random, int count) {
        var pixels = new byte[9 * count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (random.nextInt(4) == 0 ? 255 : 0);
        }
        return Dataset.of("noise", 3, 3, List.of("x"), pixels, new byte[0], "made up");
    }
}
