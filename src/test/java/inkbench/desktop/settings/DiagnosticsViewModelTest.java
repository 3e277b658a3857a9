package inkbench.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.machine.Machine;
import inkbench.desktop.common.Session;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.FxQueue;

class DiagnosticsViewModelTest {
    private final Workers workers = new Workers("test", 1);
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final AtomicInteger readings = new AtomicInteger();
    private CompletableFuture<Machine> machine = new CompletableFuture<>();
    private final DiagnosticsViewModel viewModel = new DiagnosticsViewModel(session, this::read);

    @AfterEach
    void close() {
        machine.complete(Machines.FAST);
        workers.close();
    }

    @Test
    void knowsTheProgramAtOnceAndTheMachineLater() {
        assertThat(viewModel.text()).contains("Inkbench: ", "Java: 25");
        assertThat(viewModel.note().get()).isNull();

        viewModel.load();
        assertThat(viewModel.note().get()).isEqualTo("Loading the native library …");
        assertThat(viewModel.text()).doesNotContain("Convolutions");

        machine.complete(Machines.FAST);
        fxThread.runNext();
        assertThat(viewModel.note().get()).isNull();
        assertThat(viewModel.text().lines().skip(4)).containsExactly(
                "Processor: AMD EPYC 9B45",
                "Native library: linux-x86_64-onednn-avx2",
                "Convolutions: oneDNN 2.5.2",
                "BLAS: OPENBLAS",
                "Vector level: library AVX2, processor AVX-512",
                "Threads: 2 processors, 1 native thread on each");
    }

    @Test
    void saysWhatASlowLibraryMeans() {
        machine.complete(Machines.SLOW);
        viewModel.load();
        fxThread.runNext();

        assertThat(viewModel.text()).contains("Convolutions: by the native library: slower")
                .contains("Threads: 1 processor, 1 native thread on each");
    }

    @Test
    void looksOnlyOnce() {
        viewModel.load();
        viewModel.load();
        machine.complete(Machines.FAST);
        fxThread.runNext();
        viewModel.load();

        assertThat(readings).hasValue(1);
        assertThat(viewModel.rows()).hasSize(10);
    }

    @Test
    void saysThatTheLibraryIsBrokenAndTriesAgainWhenAskedAgain() {
        machine.completeExceptionally(new IOException("libnd4jcpu.so is broken"));
        viewModel.load();
        fxThread.runNext();
        assertThat(viewModel.note().get()).startsWith("The native library can't be loaded");
        assertThat(session.problem().get()).contains("libnd4jcpu.so");

        machine = CompletableFuture.completedFuture(Machines.FAST);
        viewModel.load();
        fxThread.runNext();
        assertThat(viewModel.note().get()).isNull();
        assertThat(viewModel.rows()).hasSize(10);
    }

    private Job<Machine> read() {
        readings.incrementAndGet();
        return workers.submit("reading", progress -> machine.get());
    }
}
