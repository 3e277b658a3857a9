package inkbench.desktop.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Part;

class PercentagesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            TRAIN,   70,  70, 10, 20
            TRAIN,   95,  95,  0,  5
            TRAIN,   50,  50, 30, 20
            TRAIN,    0,   1, 79, 20
            TEST,    30,  50, 30, 20
            TEST,    85,   1, 85, 14
            HOLDOUT,  0,  80, 20,  0
            HOLDOUT, 100,  1,  0, 99
            """)
    void takesFromTheOthersAndGivesToThem(Part part, int percent, int train, int test, int holdout) {
        assertThat(Percentages.USUAL.with(part, percent, null)).isEqualTo(new Percentages(train, test, holdout));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            TRAIN,   70, 70, 30
            HOLDOUT, 40, 60, 40
            HOLDOUT,100,  1, 99
            TRAIN,    0,  1, 99
            """)
    void leavesAFixedPartAlone(Part part, int percent, int train, int holdout) {
        var without = Percentages.USUAL.without(Part.TEST);

        assertThat(without).isEqualTo(new Percentages(80, 0, 20));
        assertThat(without.with(part, percent, Part.TEST)).isEqualTo(new Percentages(train, 0, holdout));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            TRAIN,  30, 30, 50, 20
            TRAIN,  90, 80,  0, 20
            TRAIN,  -5,  1, 79, 20
            TEST,   90, 60, 30, 10
            TEST,   10, 60,  0, 40
            TEST,  200, 60, 40,  0
            """)
    void movesABoundaryBetweenItsNeighboursOnly(Part left, int percent, int train, int test, int holdout) {
        assertThat(Percentages.USUAL.withBoundary(left, percent)).isEqualTo(new Percentages(train, test, holdout));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void alwaysAddsUpToAHundred(long seed) {
        var random = new SplittableRandom(seed);
        var shares = Percentages.USUAL;
        for (int i = 0; i < 1_000; i++) {
            var part = Part.values()[random.nextInt(3)];
            shares = random.nextBoolean() || part == Part.HOLDOUT
                    ? shares.with(part, random.nextInt(-10, 120), null)
                    : shares.withBoundary(part, random.nextInt(-10, 120));
            var exact = shares.shares();
            assertThat(exact.train() + exact.test() + exact.holdout()).isBetween(1 - 1e-9, 1 + 1e-9);
        }
    }

    @Test
    void isAlwaysSomethingToLearnFrom() {
        assertThatThrownBy(() -> new Percentages(0, 50, 50)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Percentages(50, 60, -10)).isInstanceOf(IllegalArgumentException.class);
    }
}
