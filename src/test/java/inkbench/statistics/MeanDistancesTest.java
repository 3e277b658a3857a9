package inkbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.task.Progress;

class MeanDistancesTest {
    /** Two pixels side by side; three images of a 1 with mean (20, 0), one of a 4. */
    private static final Dataset FOUR = Dataset.of(
            "four",
            2,
            1,
            Dataset.DIGITS,
            new byte[]{10, 0, 20, 0, 7, 8, 30, 0},
            new byte[]{1, 1, 4, 1},
            "test");

    @Test
    void isTheRootOfTheMeanSquaredDifferenceFromTheMeanOfTheClass() {
        var distances = MeanDistances.of(FOUR, Progress.NONE);

        assertThat(distances.distance(0)).isCloseTo((float) Math.sqrt(100 / 2.0), within(1e-5f));
        assertThat(distances.distance(1)).isZero();
        assertThat(distances.distance(2)).isZero();
        assertThat(distances.distance(3)).isEqualTo(distances.distance(0));
    }

    @Test
    void listsTheFarthestOfEachClassFirst() {
        var distances = MeanDistances.of(FOUR.subset(new int[]{1, 3, 2, 0}), Progress.NONE);

        assertThat(distances.outliers(1, 2)).containsExactly(1, 3);
        assertThat(distances.outliers(7, 2)).isEmpty();
        assertThat(StatisticsFiles.toCsv(distances.outliers(1))).isEqualTo("""
                class,rank,index,distance
                1,1,3,7.071067810058594
                4,1,2,0.0
                """);
    }

    @Test
    void needsLabels() {
        var bare = Dataset.of("bare", 2, 1, Dataset.DIGITS, new byte[2], new byte[0], "test");

        assertThatThrownBy(() -> MeanDistances.of(bare, Progress.NONE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopsWhenItIsCancelled() {
        assertThatThrownBy(() -> MeanDistances.of(FOUR, new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        })).isInstanceOf(CancellationException.class);
    }
}
