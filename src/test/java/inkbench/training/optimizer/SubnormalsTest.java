package inkbench.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubnormalsTest {
    @ParameterizedTest
    @ValueSource(floats = {0, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-40f, -1e-40f, Float.MIN_NORMAL})
    void makesZeroOfTheSmallest(float value) {
        assertThat(Subnormals.removed(value)).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {1, -1, 1e-20f, -1e-22f, 3.5e30f, Float.POSITIVE_INFINITY})
    void keepsEveryBitOfWhatMatters(float value) {
        assertThat(Subnormals.removed(value)).isEqualTo(value);
    }

    @Test
    void leavesNoSubnormalNumber() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            float value = (float) ((random.nextDouble() - 0.5) * Math.pow(10, -20 - random.nextDouble(25)));
            float removed = Subnormals.removed(value);

            assertThat(Math.abs(removed)).satisfiesAnyOf(
                    size -> assertThat(size).isZero(),
                    size -> assertThat(size).isGreaterThanOrEqualTo(Float.MIN_NORMAL));
            assertThat(Math.abs(removed - value)).isLessThan(1e-37f + Math.ulp(value));
        }
    }
}
