package inkbench.desktop.common.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void areMultiplesOfOneTwoOrFive() {
        assertThat(Ticks.linear(0, 2.3, 5).values()).containsExactly(new double[]{0, 0.5, 1, 1.5, 2}, within(1e-9));
        assertThat(Ticks.linear(0.91, 1, 5).values())
                .containsExactly(new double[]{0.92, 0.94, 0.96, 0.98, 1}, within(1e-9));
    }

    @Test
    void haveAsManyDecimalsAsTellThemApart() {
        assertThat(Ticks.linear(0, 2.3, 5).decimals()).isEqualTo(1);
        assertThat(Ticks.linear(0.91, 1, 5).decimals()).isEqualTo(2);
        assertThat(Ticks.linear(0, 3000, 5).decimals()).isZero();
    }

    @Test
    void areWholeNumbersForEpochs() {
        assertThat(Ticks.whole(0, 1.5, 10).values()).containsExactly(0, 1);
        assertThat(Ticks.whole(0, 30, 8).values()).containsExactly(0, 5, 10, 15, 20, 25, 30);
    }

    @Test
    void followPowersOfTenOnALogarithmicAxis() {
        assertThat(Ticks.logarithmic(0.04, 2.5, 10).values())
                .containsExactly(new double[]{0.05, 0.1, 0.2, 0.5, 1, 2}, within(1e-9));
        assertThat(Ticks.logarithmic(1e-6, 1, 8).values()).hasSize(7);
    }
}
