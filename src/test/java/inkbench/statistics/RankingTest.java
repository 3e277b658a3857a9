package inkbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
    private static final float[] KEYS = {3, -1, Float.NaN, 0, -0f, -1, Float.POSITIVE_INFINITY, -2.5f};
    private static final int[] PLACES = IntStream.range(0, KEYS.length).toArray();

    @Test
    void sortsNegativeNumbersAndPutsNoNumberLast() {
        assertThat(Ranking.sorted(PLACES, place -> KEYS[place], false)).containsExactly(7, 1, 5, 3, 4, 0, 6, 2);
    }

    @Test
    void putsTheLargestFirst() {
        assertThat(Ranking.sorted(PLACES, place -> KEYS[place], true)).containsExactly(2, 6, 0, 3, 4, 1, 5, 7);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsTheOrderOfEquals(boolean descending) {
        assertThat(Ranking.sorted(new int[]{2, 5, 9}, place -> 7, descending)).containsExactly(2, 5, 9);
    }
}
