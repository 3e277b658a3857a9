package inkbench.app.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeedGaugeTest {
    private static final long SECOND = 1_000_000_000;

    private long now = -SECOND;

    @Test
    void countsOnlyWhatComesAfterTheWarmUp() {
        var gauge = new SpeedGauge(5, 10, () -> now);

        for (int i = 0; i <= 5; i++) {
            work(gauge, 1_000, 1);
        }
        for (int i = 0; i < 4; i++) {
            work(gauge, 10, 2);
        }
        assertThat(gauge.done()).isFalse();
        work(gauge, 10, 2);

        assertThat(gauge.done()).isTrue();
        assertThat(gauge.samplesPerSecond()).isEqualTo(5);
    }

    @Test
    void measuresThreePiecesEvenIfEachTakesLongerThanTheTime() {
        var gauge = new SpeedGauge(0.001, 0.001, () -> now);

        for (int i = 0; i < 3; i++) {
            work(gauge, 128, 7);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(gauge.done()).isFalse();
            work(gauge, 128, 4);
        }

        assertThat(gauge.samplesPerSecond()).isEqualTo(32);
    }

    @Test
    void keepsItsResultWhenMoreIsDone() {
        var gauge = new SpeedGauge(0, 0, () -> now);
        for (int i = 0; i < 6; i++) {
            work(gauge, 1, 1);
        }

        work(gauge, 1_000_000, 1);

        assertThat(gauge.samplesPerSecond()).isEqualTo(1);
    }

    private void work(SpeedGauge gauge, int samples, int seconds) {
        now += seconds * SECOND;
        gauge.add(samples);
    }
}
