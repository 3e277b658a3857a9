package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.LiveProgress;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.model.Reproducibility;
import inkbench.model.Weights;
import inkbench.task.Workers;
import inkbench.testing.Pictures;
import inkbench.testing.SyntheticData;
import inkbench.training.recipe.Preset;
import inkbench.training.event.TrainingResult;
import inkbench.testing.UncontrolledRun;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

@ExtendWith(ApplicationExtension.class)
class DesktopWindowTest {
    private static final Weights WEIGHTS = new Weights(0, new float[Preset.mlp().architecture().parameterCount()]);

    private final Workbench workbench = new Workbench();
    private final Session session = new Session();
    private final List<Preferences> remembered = new CopyOnWriteArrayList<>();
    private final PartedDataset digits = SyntheticData.parted("Synthetic", 60_000, 10_000);
    private Stage stage;
    private DesktopWindow window;
    @TempDir
    private Path folder;

    @Start
    void show(Stage shown) {
        stage = shown;
        window = new DesktopWindow(shown, workbench, session, Places.of(workbench, session), Preferences.DEFAULTS,
                remembered::add);
        shown.setWidth(1280);
        shown.setHeight(800);
        session.theme().choice().set(Theme.Choice.LIGHT);
        session.data().set(digits);
        shown.show();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void goesToPlacesByMouseAndByKeys(FxRobot robot) {
        robot.clickOn("#place-evaluate");
        assertThat(session.place().get()).isEqualTo("evaluate");
        robot.clickOn("#place-evaluate");
        assertThat(session.place().get()).as("a second click stays").isEqualTo("evaluate");
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT5).release(KeyCode.DIGIT5, KeyCode.CONTROL);
        assertThat(session.place().get()).isEqualTo("runs");
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        assertThat(session.place().get()).isEqualTo("data");
    }

    @Test
    void splitsTheOpenSetByKeysFromEveryPlace(FxRobot robot) {
        robot.interact(() -> session.data().set(SyntheticData.parted("Synthetic", 200, 50)));
        robot.clickOn("#place-runs");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D).release(KeyCode.D, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(session.place().get()).isEqualTo("data");
        assertThat(robot.lookup("#split-sizes").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#split-sizes").tryQuery()).isEmpty();
    }

    @Test
    void showsHowFarASetIsThatIsBeingOpened(FxRobot robot) throws Exception {
        var gate = new CountDownLatch(1);
        var arrived = new CountDownLatch(1);
        try (var workers = new Workers("opening", 1)) {
            robot.interact(() -> {
                session.data().set(null);
                session.watch(workers.submit("Opening train-images-idx3-ubyte.gz", progress -> {
                    progress.report(24_500_000, 47_040_000);
                    arrived.countDown();
                    gate.await();
                    return digits;
                }), session.data()::set);
            });
            arrived.await();
            waitFor(() -> robot.lookup("Opening train-images-idx3-ubyte.gz").tryQuery().isPresent());
            for (var theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                robot.interact(() -> session.theme().choice().set(theme));
                Pictures.take(stage.getScene(), "data-loading-" + theme.name().toLowerCase(Locale.ROOT));
            }
            gate.countDown();
            waitFor(() -> session.data().get() == digits);
            assertThat(text(robot, "#image-count")).isEqualTo("70,000 images");
        }
    }

    @Test
    void keepsAPlaceAsItWasLeft(FxRobot robot) {
        robot.clickOn("#distribution-4");
        robot.clickOn("#place-runs");
        robot.clickOn("#place-data");
        assertThat(text(robot, "#image-count")).isEqualTo("7,000 of 70,000");
    }

    @Test
    void filtersByTheBarThatIsClicked(FxRobot robot) {
        robot.clickOn("#distribution-7");
        assertThat(text(robot, "#image-count")).isEqualTo("7,000 of 70,000");
        assertThat(text(robot, "#filter-label-7")).isEqualTo("label 7");
        robot.clickOn("#filter-label-7");
        assertThat(text(robot, "#image-count")).isEqualTo("70,000 images");
        robot.clickOn("#part-test");
        assertThat(text(robot, "#image-count")).isEqualTo("10,000 of 70,000");
    }

    @Test
    void walksThroughTheImagesByKeys(FxRobot robot) {
        ImageGrid grid = robot.lookup("#images").query();
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(grid.selected().get()).isEqualTo(2);
        assertThat(text(robot, "#image-number")).isEqualTo("Train #2 · label 2");
        robot.type(KeyCode.DOWN, KeyCode.UP, KeyCode.LEFT);
        assertThat(grid.selected().get()).isEqualTo(1);
        robot.type(KeyCode.END);
        assertThat(grid.selected().get()).isEqualTo(69_999);
        robot.type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.PAGE_DOWN);
        assertThat(grid.selected().get()).isEqualTo(69_999);
        assertThat(grid.getAccessibleText()).isEqualTo("Test #9,999 · label 9");
        Pictures.take(stage.getScene(), "data-light");
        Pictures.take(stage.getScene(), "data-light-200-percent", 2);
    }

    @Test
    void choosesTheImageThatIsClickedAfterScrolling(FxRobot robot) {
        ImageGrid grid = robot.lookup("#images").query();
        var at = grid.localToScreen(20, 20);
        robot.clickOn(at);
        assertThat(grid.selected().get()).isZero();
        robot.moveTo(at).scroll(5, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(at);
        assertThat(grid.selected().get()).isPositive();
        assertThat(grid.selected().get() % 10).isEqualTo(digits.first().label(grid.selected().get()));
    }

    @Test
    void showsWhyAFileCantBeOpenedAndKeepsTheOldSet(FxRobot robot) throws Exception {
        var broken = Files.writeString(folder.resolve("broken.csv"), "label,pixel0\n7,x\n");
        robot.interact(() -> window.viewModel().open(broken));
        waitFor(() -> session.problem().get() != null);
        assertThat(text(robot, "#problem-text")).contains("broken.csv");
        assertThat(session.data().get()).isSameAs(digits);
        robot.clickOn("#problem-close");
        assertThat(robot.lookup("#problem-bar").<Node>query().isVisible()).isFalse();
    }

    @Test
    void changesTheThemeInEveryPlace(FxRobot robot) {
        for (var place : List.of("data", "train", "evaluate", "draw", "runs")) {
            robot.interact(() -> session.place().set(place));
            Pictures.take(stage.getScene(), "shell-" + place + "-light");
            robot.clickOn("#theme-toggle");
            assertThat(session.theme().dark().get()).isTrue();
            Pictures.take(stage.getScene(), "shell-" + place + "-dark");
            robot.clickOn("#theme-toggle");
        }
        assertThat(session.theme().choice().get()).isEqualTo(Theme.Choice.LIGHT);
    }

    @Test
    void remembersWhatChanged(FxRobot robot) throws Exception {
        robot.clickOn("#place-draw");
        robot.clickOn("#theme-toggle");
        waitFor(() -> !remembered.isEmpty() && remembered.getLast().theme() == Theme.Choice.DARK);
        assertThat(remembered.getLast().place()).isEqualTo("draw");
        assertThat(remembered.getLast().bounds().orElseThrow().width()).isEqualTo(1280);
    }

    @Test
    void showsTheRunUnderWayEverywhere(FxRobot robot) {
        var run = new EndlessRun();
        robot.interact(() -> {
            session.liveRun().set(new LiveRun("cnn", digits, run));
            session.liveProgress().set(new LiveProgress(4, 12, 0.3, 0.041, 0.98, 2610, 185));
        });
        assertThat(text(robot, "#status-training"))
                .isEqualTo("cnn · epoch 4/12 · loss 0.041 · 2,610 images/s · 3 min left");
        Pictures.take(stage.getScene(), "shell-training");
        robot.clickOn("#status-stop");
        assertThat(run.result()).isDone();
        robot.clickOn("#status-training");
        assertThat(session.place().get()).isEqualTo("train");
        robot.interact(() -> session.liveRun().set(null));
        assertThat(robot.lookup("#status-training").<Node>query().getParent().isVisible()).isFalse();
    }

    @Test
    void offersSettingsByKeys(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        Node choice = robot.lookup("#settings-scale").query();
        assertThat(choice.getScene().getWindow().isShowing()).isTrue();
        waitFor(() -> choice.getScene().getRoot().lookupAll(".diagnostics-value").size() == 10);
        Pictures.take(choice.getScene(), "settings-light");
        Pictures.take(choice.getScene(), "settings-light-200-percent", 2);
        robot.interact(session.theme()::toggle);
        Pictures.take(choice.getScene(), "settings-dark");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(text(robot, "#diagnostics-copied")).isEqualTo("Copied.");
        robot.interact(() -> choice.getScene().getWindow().hide());
    }

    @Test
    void asksBeforeItStopsARunToClose(FxRobot robot) throws Exception {
        var run = new EndlessRun();
        robot.interact(() -> session.liveRun().set(new LiveRun("cnn", digits, run)));
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitForFxEvents();
        Pictures.take(robot.lookup("Keep training").<Node>query().getScene(), "close-question");
        robot.clickOn("Keep training");
        assertThat(stage.isShowing()).isTrue();
        assertThat(run.result()).isNotDone();
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        robot.clickOn("Stop and close");
        waitFor(() -> !stage.isShowing());
        assertThat(run.result()).isDone();
    }

    @Test
    void closesWithoutStoppingARunThatIsSaved(FxRobot robot) throws Exception {
        var run = new EndlessRun();
        robot.interact(() -> session.liveRun().set(new LiveRun("cnn", digits, run)));
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        robot.clickOn("Save and close");
        waitFor(() -> !stage.isShowing());
        assertThat(run.result()).isNotDone();
    }

    /** Learns nothing until it is stopped. */
    private static final class EndlessRun extends UncontrolledRun {
        @Override
        public void stop() {
            result().complete(
                    new TrainingResult(
                            settings(),
                            WEIGHTS,
                            List.of(),
                            List.of(),
                            new TrainingResult.Ending.Stopped(),
                            1,
                            1,
                            Reproducibility.UNKNOWN));
        }

        @Override
        public Optional<Weights> latestWeights() {
            return Optional.of(WEIGHTS);
        }
    }

    private static String text(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        var node = robot.lookup(query).<Labeled>query();
        return node.getText();
    }

    private static void waitFor(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
