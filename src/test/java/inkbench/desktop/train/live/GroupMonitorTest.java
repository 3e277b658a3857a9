package inkbench.desktop.train.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.training.event.Confusions;
import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingEvent;

class GroupMonitorTest {
    private final GroupMonitor group = new GroupMonitor(3);

    @Test
    void hasNoBandForOneRun() {
        validate(group.begin(), 0.5, 0.4);

        assertThat(group.lossBand().isEmpty()).isTrue();
    }

    @Test
    void spansOneStandardDeviationToEitherSideOfTheMean() {
        validate(group.begin(), 0.5, 0.4);
        validate(group.begin(), 0.7, 0.2);
        validate(group.begin(), 0.6);

        var band = group.lossBand();
        assertThat(band.size()).isEqualTo(2);
        assertThat(band.x(0)).isEqualTo(1);
        assertThat(band.y(0)).isCloseTo(0.6, within(1e-12));
        assertThat(band.low(0)).isCloseTo(0.5, within(1e-12));
        assertThat(band.high(0)).isCloseTo(0.7, within(1e-12));
        assertThat(band.y(1)).as("of the two that got there").isCloseTo(0.3, within(1e-12));
        assertThat(band.high(1) - band.y(1)).isCloseTo(0.1 * Math.sqrt(2), within(1e-12));
        assertThat(group.accuracyBand().y(0)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void knowsWhichRunsCameBefore() {
        var first = group.begin();
        var second = group.begin();

        assertThat(group.begun()).isEqualTo(2);
        assertThat(group.before(second)).containsExactly(first);
        assertThat(second.group()).contains(group);
        assertThat(new RunMonitor().group()).isEmpty();
    }

    private static void validate(RunMonitor run, double... losses) {
        run.accept(List.of(new TrainingEvent.Started(80, 20, 8, 12)));
        for (int epoch = 1; epoch <= losses.length; epoch++) {
            double loss = losses[epoch - 1];
            var result = new EpochResult(epoch, loss, 1 - loss, loss, 1 - loss, 3);
            run.accept(List.of(new TrainingEvent.EpochDone(result, new Confusions(2, new int[4], new BitSet()))));
        }
    }
}
