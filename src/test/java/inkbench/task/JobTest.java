package inkbench.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobTest {
    @Test
    void estimatesByWhatWasDoneSinceTheFirstReport() {
        var job = new Job<Void>("Going on");

        job.run(progress -> {
            progress.report(900, 1000);
            assertThat(job.remaining()).as("nine tenths were there before").isEmpty();
            progress.report(910, 1000);
            assertThat(job.remaining()).as("one hundredth says nothing").isEmpty();
            progress.report(950, 1000);
            assertThat(job.remaining()).isPresent();
            return null;
        });

        assertThat(job.result()).isCompleted();
        assertThat(job.fraction()).isEqualTo(0.95);
        assertThat(job.remaining()).isEmpty();
    }

    @Test
    void saysNothingWhileTheTotalIsUnknown() {
        var job = new Job<Void>("Counting");

        job.run(progress -> {
            progress.report(10, 0);
            assertThat(job.fraction()).isNegative();
            assertThat(job.remaining()).isEmpty();
            return null;
        });

        assertThat(job.result()).isCompleted();
    }
}
