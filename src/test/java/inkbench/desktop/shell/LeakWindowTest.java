package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** What the user is told of test images that are in the training part too, and what can be done about it. */
@ExtendWith(ApplicationExtension.class)
class LeakWindowTest {
    private final Workbench workbench = new Workbench();
    private final Session session = new Session();
    private final PartedDataset leaky = leaky();
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        new DesktopWindow(shown, workbench, session, Places.of(workbench, session), Preferences.DEFAULTS,
                preferences -> {});
        shown.setWidth(1280);
        shown.setHeight(800);
        session.theme().choice().set(Theme.Choice.LIGHT);
        session.model().set(SampleModels.untrained("mlp"));
        session.data().set(leaky);
        shown.show();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void showsThemAndLeavesThemOut(FxRobot robot) throws TimeoutException {
        waitForNotice("notice-duplicates-leak");
        takePictures(robot, "duplicates-warning");
        robot.clickOn("Show");
        assertThat(robot.lookup("#duplicates").<TableView<?>>query().getItems()).hasSize(12);
        robot.clickOn("#view-images");

        robot.interact(() -> session.data().set(null));
        robot.interact(() -> session.data().set(leaky));
        waitForNotice("notice-duplicates-leak");
        robot.clickOn("Leave them out");
        assertThat(testImages()).isEqualTo(1188);
        waitForNotice("notice-duplicates-left-out");
        robot.clickOn("Undo");
        assertThat(testImages()).isEqualTo(1200);
    }

    private int testImages() {
        return FxStage.onFx(() -> session.data().get().part(Part.TEST).orElseThrow().size());
    }

    private void waitForNotice(String id) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> FxStage.onFx(() -> session.jobs().isEmpty() && stage.getScene().lookup("#" + id) != null));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void takePictures(FxRobot robot, String name) {
        Pictures.take(stage.getScene(), name + "-light");
        robot.interact(() -> session.theme().choice().set(Theme.Choice.DARK));
        Pictures.take(stage.getScene(), name + "-dark");
        robot.interact(() -> session.theme().choice().set(Theme.Choice.LIGHT));
    }

    /** Digits of which a dozen in the test part are also in the training part. */
    private static PartedDataset leaky() {
        var train = SampleDigits.dataset("Sample", 120, 1);
        var test = SampleDigits.dataset("Sample", 120, 2);
        int size = train.imageSize();
        var pixels = new byte[test.size() * size];
        var labels = new byte[test.size()];
        for (int i = 0; i < labels.length; i++) {
            (i % 100 == 57 ? train : test).copyPixels(i, pixels, i * size);
            labels[i] = (byte) test.label(i);
        }
        var parts = new EnumMap<Part, Dataset>(Part.class);
        parts.put(Part.TRAIN, train);
        parts.put(Part.TEST, Dataset.of("Sample", 28, 28, Dataset.DIGITS, pixels, labels, "made for a test"));
        return new PartedDataset("Sample", parts);
    }
}
