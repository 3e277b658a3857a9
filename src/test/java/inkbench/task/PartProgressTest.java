package inkbench.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;

class PartProgressTest {
    @Test
    void countsWhatWasDoneBeforeAndHandsTheCancellationOn() {
        var reports = new ArrayList<String>();
        var whole = new Progress() {
            @Override
            public void report(long done, long total) {
                reports.add(done + "/" + total);
            }

            @Override
            public boolean cancelled() {
                return reports.size() > 1;
            }
        };
        var part = new PartProgress(whole, 40, 100);

        part.report(5, 60);
        assertThat(part.cancelled()).isFalse();
        part.report(60, 60);

        assertThat(reports).containsExactly("45/100", "100/100");
        assertThat(part.cancelled()).isTrue();
    }
}
