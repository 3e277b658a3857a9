package inkbench.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.machine.Machine;
import inkbench.desktop.common.Session;
import inkbench.task.Workers;
import inkbench.testing.FxQueue;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;

class DiagnosticsPaneTest {
    private final Workers workers = new Workers("test", 1);
    private final CompletableFuture<Machine> machine = new CompletableFuture<>();
    private final FxQueue results = new FxQueue();
    private final Session session = new Session(results);
    private DiagnosticsViewModel viewModel;
    private final Scene scene = FxStage.show(() -> {
        viewModel = new DiagnosticsViewModel(session, () -> workers.submit("reading", progress -> machine.get()));
        return new DiagnosticsPane(viewModel);
    }, 480, 280);

    @AfterEach
    void close() {
        machine.complete(Machines.FAST);
        workers.close();
        FxStage.doFx(scene.getWindow()::hide);
    }

    @Test
    void everyValueHasANameForThoseWhoHearIt() {
        load();

        var values = scene.getRoot().lookupAll(".diagnostics-value");
        assertThat(values).extracting(value -> value.getAccessibleText())
                .hasSize(10)
                .contains("BLAS: OPENBLAS", "Vector level: library AVX2, processor AVX-512");
    }

    @Test
    void theButtonCopiesEverythingAndSaysSo() {
        load();

        FxStage.doFx(() -> ((Button) scene.lookup("#diagnostics-copy")).fire());

        assertThat(FxStage.onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(viewModel.text());
        assertThat(((Label) scene.lookup("#diagnostics-copied")).getText()).isEqualTo("Copied.");
    }

    @Test
    void saysThatItIsLoadingAndThatItFailed() {
        FxStage.doFx(viewModel::load);
        var note = (Label) scene.lookup("#diagnostics-note");
        assertThat(note.isVisible()).isTrue();
        assertThat(note.getText()).startsWith("Loading");

        machine.completeExceptionally(new IOException("libnd4jcpu.so is broken"));
        FxStage.doFx(results::runNext);
        assertThat(scene.getRoot().lookupAll(".diagnostics-value")).as("what Java tells").hasSize(4);
        assertThat(note.getText()).startsWith("The native library can't be loaded");
        Pictures.take(scene, "diagnostics-failed");
    }

    private void load() {
        machine.complete(Machines.FAST);
        FxStage.doFx(viewModel::load);
        FxStage.doFx(results::runNext);
    }
}
