package inkbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final List<String> NAMES = List.of("a", "b");

    @Test
    void keepsACopyOfTheCounts() {
        var counts = new long[][]{{40, 7}, {12, 61}};
        var matrix = new ConfusionMatrix(NAMES, counts);

        counts[0][0] = 0;

        assertThat(matrix.count(0, 0)).isEqualTo(40);
    }

    @Test
    void equalsWhatHasTheSameCounts() {
        var one = new ConfusionMatrix(NAMES, new long[][]{{40, 7}, {12, 61}});
        var same = new ConfusionMatrix(NAMES, new long[][]{{40, 7}, {12, 61}});
        var other = new ConfusionMatrix(NAMES, new long[][]{{40, 12}, {7, 61}});

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
    }

    @Test
    void refusesWhatCanNotBeCounted() {
        for (var counts : new long[][][]{
                {{1, 2}}, {{1, 2}, {3}}, {{1, -2}, {3, 4}}, {{1, Long.MAX_VALUE}, {Long.MAX_VALUE, 1}}}) {
            assertThatThrownBy(() -> new ConfusionMatrix(NAMES, counts)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void countsUpToWhereDoublesAreExact() {
        var matrix = new ConfusionMatrix(NAMES, new long[][]{{ConfusionMatrix.LARGEST_TOTAL - 1, 0}, {1, 0}});

        assertThat(matrix.total()).isEqualTo(9_007_199_254_740_992L);
        assertThat(matrix.correct()).isEqualTo(9_007_199_254_740_991L);
        assertThat(matrix.predictionTotal(0)).isEqualTo(9_007_199_254_740_992L);
    }
}
