package inkbench.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.model.network.Predictor;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;

/** The place with the real engine behind it. */
class RealRunTest {
    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Workbench workbench = new Workbench();
    private Scene scene;

    @BeforeEach
    void open() {
        FxStage.startToolkit();
        var data = SampleDigits.parted("Samples", 100);
        scene = FxStage.show(() -> {
            session.data().set(data);
            return (Parent) new TrainPlace(workbench, session).view();
        }, 1180, 700);
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workbench.close();
    }

    @Test
    void learnsToTellTheDigitsOfAClockApart() throws Exception {
        FxStage.doFx(() -> ((TextField) scene.lookup("#settings-epochs")).setText("12"));
        robot.clickOn(FxStage.onFx(() -> scene.lookup("#train-start")));
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> FxStage.onFx(() -> session.evaluation().get() != null));
        FxStage.settle();
        Pictures.take(scene, "train-real");

        assertThat(FxStage.onFx(() -> session.runs().getFirst().testAccuracy())).isGreaterThan(0.9);
        ChartPane loss = (ChartPane) FxStage.onFx(() -> scene.lookup("#loss-chart"));
        assertThat(loss.chart().csv().lines().filter(line -> line.startsWith("validation,"))).hasSize(12);
        assertThat(FxStage.onFx(() -> session.liveRun().get())).isNull();
    }

    @Test
    void aPauseWithADrawingInItChangesNoBit() throws Exception {
        var straight = weightsAfter(() -> null);
        var paused = weightsAfter(() -> {
            robot.clickOn(FxStage.onFx(() -> scene.lookup("#train-pause")));
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> FxStage.onFx(() -> !scene.lookup("#train-batch").isDisabled()));
            var live = FxStage.onFx(() -> session.liveRun().get());
            var weights = live.controls().latestWeights().orElseThrow();
            try (var predictor = new Predictor(live.architecture())) {
                var drawn = SampleDigits.dataset("drawn", 1, 3).image(0);
                assertThat(predictor.predictNow(weights, drawn).probabilities()).hasSize(10);
            }
            robot.clickOn(FxStage.onFx(() -> scene.lookup("#train-batch")));
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> FxStage.onFx(() -> !scene.lookup("#train-batch").isDisabled()));
            robot.clickOn(FxStage.onFx(() -> scene.lookup("#train-pause")));
            return null;
        });

        assertThat(paused).isEqualTo(straight);
    }

    /** Trains the same network again and does something while it learns; gives the hash of what it learned. */
    private String weightsAfter(Callable<Void> meanwhile) throws Exception {
        FxStage.doFx(() -> {
            ((TextField) scene.lookup("#settings-epochs")).setText("60");
            ((TextField) scene.lookup("#settings-batch")).setText("16");
        });
        int runs = FxStage.onFx(() -> session.runs().size());
        robot.clickOn(FxStage.onFx(() -> scene.lookup("#train-start")));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxStage.onFx(() -> session.liveProgress().get() != null));
        meanwhile.call();
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> FxStage.onFx(() -> session.runs().size() > runs && session.liveRun().get() == null));
        return FxStage.onFx(() -> session.runs().getLast().result().weights().sha256());
    }
}
