package inkbench.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final StringWriter written = new StringWriter();
    private final PrintWriter err = new PrintWriter(written);

    @Test
    void drawsABarWithFiguresThatFitsALine() {
        try (var progress = ConsoleProgress.of(err, "mlp", true)) {
            progress.show(() -> "Epoch 3/12", 55, 100, () -> "loss 0.1234  accuracy 97.12%  21,000/s  0:35 left");

            assertThat(written.toString())
                    .isEqualTo("\rEpoch 3/12  █████░░░░░  55%  loss 0.1234  accuracy 97.12%  21,000/s  0:35 left");
            assertThat(written.toString().strip()).hasSizeLessThanOrEqualTo(80);
        }
        assertThat(written.toString()).endsWith(" \r");
    }

    @Test
    void writesNothingWhereThereIsNoTerminal() {
        try (var progress = ConsoleProgress.of(err, "mlp", false)) {
            progress.report(1, 2);
            progress.show(() -> "Epoch", 1, 2, () -> "loss");
        }
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void drawsNoMoreThanAnEyeCanFollow() {
        var progress = ConsoleProgress.of(err, "mlp", true);
        for (int i = 0; i < 1000; i++) {
            progress.report(i, 1000);
        }
        // A thousand reports take a few milliseconds; even on a machine that stands still for a second there are few.
        assertThat(written.toString().chars().filter(c -> c == '\r').count()).isBetween(1L, 100L);
    }
}
