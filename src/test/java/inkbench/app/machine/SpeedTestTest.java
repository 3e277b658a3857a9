package inkbench.app.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.Activation;
import inkbench.model.LayerSpec;
import inkbench.task.Progress;
import inkbench.training.recipe.Preset;
import inkbench.training.Trainer;

class SpeedTestTest {
    /** A network so small that a whole measurement takes no time. */
    private static final Preset TINY = new Preset(
            "tiny",
            new Architecture(
                    "tiny",
                    Architectures.mlp().input(),
                    List.of(new LayerSpec.Flatten(), new LayerSpec.Dense(10, Activation.IDENTITY))),
            Preset.mlp().recipe());

    @Test
    void everyFigureIsMeasuredAndCounted() throws Exception {
        var reports = new AtomicInteger();
        try (var trainer = new Trainer(1)) {
            var speeds = new SpeedTest(trainer).run(List.of(TINY), 2, 0.001, new Progress() {
                @Override
                public void report(long done, long total) {
                    assertThat(done).isEqualTo(reports.incrementAndGet());
                    assertThat(total).isEqualTo(6);
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });

            assertThat(speeds).containsOnlyKeys("tiny");
            var speed = speeds.get("tiny");
            assertThat(speed.training()).isPositive();
            assertThat(speed.inference()).isPositive();
            assertThat(speed.singleP50Ms()).isPositive().isLessThanOrEqualTo(speed.singleP99Ms());
        }
        assertThat(reports).hasValue(6);
    }

    @Test
    void endsSoonAfterItIsCancelledAndFreesTheTrainer() throws Exception {
        try (var trainer = new Trainer(1)) {
            var test = new SpeedTest(trainer);
            var cancelled = new Progress() {
                @Override
                public void report(long done, long total) {
                    throw new AssertionError("Went on");
                }

                @Override
                public boolean cancelled() {
                    return true;
                }
            };

            assertThatThrownBy(() -> test.run(List.of(TINY), 5, 1e9, cancelled))
                    .isInstanceOf(CancellationException.class);

            // The trainer does one run at a time: this would never end if the first went on.
            assertThat(test.run(List.of(TINY), 1, 0.001, Progress.NONE)).hasSize(1);
        }
    }

    @Test
    void mediansAreTakenOfEachFigureOnItsOwn() {
        var median = NetworkSpeed.median(
                List.of(
                        new NetworkSpeed(3, 10, 0.5, 9),
                        new NetworkSpeed(1, 30, 0.1, 8),
                        new NetworkSpeed(2, 20, 0.3, 7)));

        assertThat(median).isEqualTo(new NetworkSpeed(2, 20, 0.3, 8));
    }
}
