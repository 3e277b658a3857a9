package inkbench.desktop.train.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void saysNothingBeforeAFewBatchesWereMeasured() {
        add(9, 1000);
        assertThat(pace.left(60, true)).isEmpty();

        pace.add(1000);
        assertThat(pace.left(60, true)).isPresent();
    }

    @Test
    void isSureOfAnEvenRun() {
        add(100, 1000);

        assertThat(pace.left(60, false)).contains(new TimeLeft(60, 60));
    }

    @Test
    void allowsForTheFirstValidation() {
        add(100, 1000);

        assertThat(pace.left(60, true)).contains(new TimeLeft(60, 72));
    }

    @Test
    void spansTheSpeedsThatWereSeen() {
        add(50, 500);
        add(50, 1500);
        add(50, 1000);

        var left = pace.left(60, false).orElseThrow();

        assertThat(left.from()).isCloseTo(40, within(1e-9));
        assertThat(left.to()).isCloseTo(120, within(1e-9));
    }

    @Test
    void leavesOutAHiccup() {
        add(100, 1000);
        pace.add(1);
        add(10, 1000);

        assertThat(pace.left(60, false)).contains(new TimeLeft(60, 60));
    }

    @Test
    void forgetsWhatIsLongAgo() {
        add(1000, 100);
        add(512, 1000);

        assertThat(pace.left(60, false)).contains(new TimeLeft(60, 60));
    }

    @Test
    void takesNoNoteOfWhatIsNoSpeed() {
        add(20, 1000);
        pace.add(0);
        pace.add(Double.POSITIVE_INFINITY);
        pace.add(Double.NaN);

        assertThat(pace.left(60, false)).contains(new TimeLeft(60, 60));
        assertThat(pace.left(Double.NaN, false)).isEmpty();
    }

    private void add(int count, double speed) {
        for (int i = 0; i < count; i++) {
            pace.add(speed);
        }
    }
}
