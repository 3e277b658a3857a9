package inkbench.desktop.common.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {
    private final Curve curve = new Curve();

    @Test
    void keepsSpikesWhenThinned() {
        for (int i = 0; i < 10_000; i++) {
            curve.add(i, i == 4321 ? 99 : i == 7654 ? -99 : 0);
        }
        var thinned = curve.thinned(curve.all(), 500);

        assertThat(thinned.xs()).hasSize(500).isSorted().contains(4321, 7654);
        assertThat(thinned.ys()).contains(99, -99);
    }

    @Test
    void reachesAsFarAsTheDataWhenThinned() {
        for (int i = 0; i < 10_000; i++) {
            curve.add(i, 1);
        }
        assertThat(curve.thinned(curve.all(), 500).xs()).startsWith(0).endsWith(9999);
    }

    @Test
    void coversEveryPointWithItsBand() {
        for (int i = 0; i < 1000; i++) {
            curve.add(i, i == 432 ? 99 : i == 765 ? -99 : i % 7);
        }
        var band = curve.band(curve.all(), 100);

        assertThat(band.xs()).hasSize(100).isSorted().startsWith(0).endsWith(999);
        assertThat(band.highs()[43]).isEqualTo(99);
        assertThat(band.lows()[76]).isEqualTo(-99);
        assertThat(band.lows()[10]).isEqualTo(0);
        assertThat(band.highs()[10]).isEqualTo(6);
    }

    @Test
    void knowsItsLowestAndHighestValue() {
        assertThat(curve.lowest()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(curve.highest()).isEqualTo(Double.NEGATIVE_INFINITY);
        curve.add(1, 5);
        curve.add(2, -3);
        curve.add(3, Double.NaN);
        assertThat(curve.lowest()).isEqualTo(-3);
        assertThat(curve.highest()).isEqualTo(5);
        curve.clear();
        assertThat(curve.highest()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void knowsItsLowestAndHighestValueAfterPairsWereMerged() {
        for (int i = 0; i <= Curve.CAPACITY; i++) {
            curve.add(i, i == 10 ? 100 : i == 11 ? 50 : 0);
        }
        assertThat(curve.highest()).isEqualTo(100);
    }

    @Test
    void givesFewPointsAsTheyAre() {
        curve.add(1, 10);
        curve.add(2, 20);
        assertThat(curve.thinned(curve.all(), 500).xs()).containsExactly(1, 2);
        assertThat(curve.thinned(curve.all(), 500).ys()).containsExactly(10, 20);
    }

    @Test
    void mergesPairsWhenFullSoThatARunOfAnyLengthFits() {
        for (int i = 1; i <= 2 * Curve.CAPACITY; i++) {
            curve.add(i, i);
        }
        assertThat(curve.size()).isLessThanOrEqualTo(Curve.CAPACITY);
        assertThat(curve.x(0)).isEqualTo(2);
        assertThat(curve.y(0)).isEqualTo(1.5);
        assertThat(curve.x(curve.size() - 1)).isEqualTo(2 * Curve.CAPACITY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void losesNoPeakOfAMillionPointsAndStaysSmall(long seed) {
        var random = new Random(seed);
        int count = 1_000_000;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double y = random.nextGaussian();
            lowest = Math.min(lowest, y);
            highest = Math.max(highest, y);
            curve.add(i, y);
            if (i == count / 3) {
                assertThat(curve.thinned(curve.all(), 500).xs()).hasSize(500).isSorted();
            }
        }
        var thinned = curve.thinned(curve.all(), 500);
        var band = curve.band(curve.all(), 200);

        assertThat(curve.size()).isLessThanOrEqualTo(Curve.CAPACITY);
        assertThat(thinned.ys()).hasSize(500).contains(lowest, highest);
        assertThat(thinned.xs()).isSorted();
        assertThat(band.lows()).contains(lowest);
        assertThat(band.highs()).contains(highest);
    }

    @Test
    void givesOnlyThePointsBetweenTwoPlacesAndOneBeyondEach() {
        for (int i = 0; i < 100; i++) {
            curve.add(i, -i);
        }
        assertThat(curve.thinned(curve.between(10.5, 12.5), 500).xs()).containsExactly(10, 11, 12, 13);
        assertThat(curve.thinned(curve.between(200, 300), 500).xs()).containsExactly(99);
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        curve.add(1, Double.NaN);
        curve.add(2, Double.POSITIVE_INFINITY);
        assertThat(curve.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -5,   0
            1.4,  0
            1.6,  1
            2.9,  1
            3.1,  2
            100,  2
            """)
    void findsTheNearestPoint(double x, int index) {
        curve.add(1, 0);
        curve.add(2, 0);
        curve.add(4, 0);
        assertThat(curve.nearest(x)).isEqualTo(index);
    }

    @Test
    void hasNoNearestPointWithoutPoints() {
        assertThat(curve.nearest(1)).isEqualTo(-1);
    }

    @Test
    void givesTheHighestOfSeveralPointsAtTheSamePlace() {
        curve.add(0, 0);
        curve.add(0, 0.5);
        curve.add(1, 0.9);
        curve.add(1, 0.7);
        assertThat(curve.nearest(0.1)).isEqualTo(1);
        assertThat(curve.nearest(1)).isEqualTo(2);
        assertThat(curve.thinned(curve.between(0, 1), 500).xs()).containsExactly(0, 0, 1, 1);
    }
}
