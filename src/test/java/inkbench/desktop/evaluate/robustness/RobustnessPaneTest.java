package inkbench.desktop.evaluate.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.app.robustness.RobustnessStudy;
import inkbench.data.Dataset;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.evaluate.comparison.OtherModels;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;

class RobustnessPaneTest {
    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private final Workers workers = new Workers("slow-study", 1);
    private final Workbench workbench = new Workbench();
    private final CountDownLatch gate = new CountDownLatch(1);
    /** Only the worker counts. */
    private int readings;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = FxStage.show(() -> {
            var images = SampleDigits.dataset("Samples", 2, 1);
            session.model().set(SampleModels.untrained("slow"));
            var viewModel = new RobustnessViewModel(
                    new SimpleObjectProperty<>(SampleModels.evaluation("slow", images)),
                    new RobustnessStudy(workers, this::answer),
                    OtherModels.of(workbench),
                    session,
                    Platform::runLater);
            return new RobustnessPane(viewModel, new Exports(workbench.files(), session));
        }, 660, 480);
    }

    @AfterEach
    void close() {
        gate.countDown();
        FxStage.doFx(() -> scene.getWindow().hide());
        workers.close();
        workbench.close();
    }

    @Test
    void showsHowFarItIsAndStopsWhenAsked() throws Exception {
        robot.clickOn("#robustness-measure");
        ProgressBar bar = (ProgressBar) FxStage.onFx(() -> scene.lookup("#robustness-progress"));
        waitFor(() -> bar.getProgress() > 0.1);
        Pictures.take(scene, "evaluate-robustness-busy-light");
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-robustness-busy-dark");
        FxStage.dark(theme, false);
        assertThat(FxStage.onFx(() -> scene.lookup("#robustness-measure").isDisabled())).isTrue();
        robot.clickOn("#robustness-cancel");
        gate.countDown();
        waitFor(() -> scene.lookup("#robustness-cancel") == null);
        assertThat(FxStage.onFx(() -> scene.lookup("#robustness-curves"))).isNull();
        assertThat(FxStage.onFx(() -> scene.lookup("#robustness-measure").isDisabled())).isFalse();
    }

    private void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> FxStage.onFx(condition));
    }

    /** The first readings at once, the others when the test lets them. */
    private Evaluation answer(Model model, Dataset images, Progress progress) {
        readings++;
        if (readings > 20) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        }
        progress.throwIfCancelled();
        progress.report(images.size(), images.size());
        return SampleModels.evaluation(model.name(), images);
    }
}
