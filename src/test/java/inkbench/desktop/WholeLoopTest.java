package inkbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.desktop.common.FinishedRun;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.desktop.shell.InkbenchApp;
import inkbench.testing.FxStage;
import inkbench.testing.FxWatch;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The app as a person uses it for the first time, in its real window, with its real engine. */
class WholeLoopTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path home;
    private String previousHome;
    private InkbenchApp app;
    private Stage stage;
    private Scene scene;
    private Session session;

    @BeforeEach
    void open() throws Exception {
        // The offer of a download would come in between whenever it likes.
        Files.writeString(home.resolve("window.properties"), "offerAnswered=true\n");
        previousHome = System.setProperty("inkbench.home", home.toString());
        stage = FxToolkit.registerPrimaryStage();
        app = (InkbenchApp) FxToolkit.setupApplication(InkbenchApp.class);
        FxStage.doFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
        });
        scene = stage.getScene();
        session = app.session();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
        if (previousHome == null) {
            System.clearProperty("inkbench.home");
        } else {
            System.setProperty("inkbench.home", previousHome);
        }
    }

    @Test
    void looksTrainsEvaluatesDrawsAndCloses() throws Exception {
        await("the built-in set and the shipped model",
                () -> app.ready() && session.data().get() != null && session.model().get() != null);
        try (var watch = FxWatch.start()) {
            measured("look", watch, this::look);
            measured("stop", watch, this::stopARun);
            measured("train", watch, this::trainTwoEpochs);
            measured("evaluate", watch, this::evaluate);
            measured("draw", watch, this::draw);
            measured("theme", watch, this::switchTheme);
        }
        takePictures();
        FxStage.doFx(() -> stage.fireEvent(
                new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await("the window to close", () -> !stage.isShowing());
    }

    @Test
    void opensScansInvertsThemAndLearnsFromThem() throws Exception {
        await("the built-in set and the shipped model",
                () -> app.ready() && session.data().get() != null && session.model().get() != null);
        var scans = scans(home.resolve("scans"), 40);

        FxStage.doFx(() -> app.open(scans));
        await("the question", () -> robot.lookup("#fit-why").tryQuery().isPresent());
        robot.clickOn("Fit the images");
        await("the offer", () -> lookup("#notice-offer-invert") != null);
        assertThat(session.data().get().size()).isEqualTo(400);
        robot.clickOn("Invert");
        await("light ink", () -> lookup("#notice-set-changed") != null);
        robot.clickOn("#place-train");
        FxStage.doFx(() -> this.<TextField>lookup("#settings-epochs").setText("1"));
        robot.clickOn("#train-start");
        await("the test images to be read", () -> session.runs().size() == 1 && measuredRun().testAccuracy() >= 0);

        assertThat(measuredRun().dataName()).isEqualTo("scans");
        assertThat(measuredRun().result().history()).hasSize(1);
        assertThat(measuredRun().testAccuracy()).as("a tenth would be a guess").isGreaterThan(0.3);
        Pictures.take(scene, "train-scans");
        opensWhatTheRunLeft();
    }

    private void opensWhatTheRunLeft() throws Exception {
        var left = measuredRun().model().weights().sha256();
        FxStage.doFx(() -> session.model().set(null));

        robot.clickOn("#model-menu");
        await("the models that runs left", () -> modelsOfRuns().stream().anyMatch(item -> item.getId() != null));
        robot.clickOn("#model-runs").clickOn("#model-run-1");

        await("the model of the run", () -> session.model().get() != null);
        assertThat(session.model().get().weights().sha256()).isEqualTo(left);
        assertThat(session.model().get().origin().testAccuracy()).isEqualTo(measuredRun().testAccuracy());
    }

    private List<MenuItem> modelsOfRuns() {
        var menu = this.<MenuButton>lookup("#model-menu");
        return menu.getItems()
                .stream()
                .filter(item -> item instanceof Menu)
                .flatMap(item -> ((Menu) item).getItems().stream())
                .toList();
    }

    /** Digits as a scanner gives them: dark on light, each on a paper of its own size, not in the middle. */
    private static Path scans(Path folder, int perClass) throws IOException {
        var digits = SampleDigits.dataset("scans", perClass, 5);
        for (int i = 0; i < digits.size(); i++) {
            int width = 60 + i % 7;
            int height = 80 + i % 11;
            var paper = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    boolean inside = x < 56 && y >= 20 && y < 76;
                    int ink = inside ? digits.pixel(i, x / 2, (y - 20) / 2) : 0;
                    paper.getRaster().setSample(x, y, 0, 240 - ink * 200 / 255);
                }
            }
            var file = folder.resolve(Integer.toString(digits.label(i))).resolve(i + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(paper, "png", file.toFile());
        }
        return folder;
    }

    private static void measured(String what, FxWatch watch, Step step) throws Exception {
        watch.mark();
        step.run();
        System.out.println(what + ": " + watch.summary());
    }

    private void look() throws Exception {
        await("images", () -> this.<ImageGrid>lookup("#images").images().get() != null);
        ImageGrid grid = lookup("#images");
        assertThat(FxStage.onFx(() -> grid.images().get().size())).isEqualTo(12_000);
    }

    private void stopARun() throws Exception {
        robot.clickOn("#place-train");
        FxStage.doFx(() -> this.<TextField>lookup("#settings-epochs").setText("1000"));
        robot.clickOn("#train-start");
        await("a batch", () -> session.liveProgress().get() != null);
        robot.clickOn("#train-stop");
        await("the run to stop", () -> session.runs().size() == 1);

        assertThat(session.runs().getLast().result().stopped()).isTrue();
        assertThat(session.liveRun().get()).isNull();
    }

    private void trainTwoEpochs() throws Exception {
        FxStage.doFx(() -> this.<TextField>lookup("#settings-epochs").setText("2"));
        robot.clickOn("#train-start");
        await("curves", () -> this.<ChartPane>lookup("#loss-chart").chart().csv().lines().count() > 20);
        await("the test images to be read", () -> session.runs().size() == 2 && measuredRun().testAccuracy() > 0);

        var run = measuredRun();
        assertThat(run.result().history()).hasSize(2);
        assertThat(run.result().stopped()).isFalse();
        assertThat(run.testAccuracy()).isGreaterThan(0.8);
        assertThat(session.model().get()).isSameAs(run.model());
    }

    private FinishedRun measuredRun() {
        return session.runs().getLast();
    }

    private void evaluate() throws Exception {
        robot.clickOn("#place-evaluate");
        await("a heat map", () -> session.evaluation().get() != null && lookup("#confusion") != null);
        var cells = bounds("#confusion");
        // From left to right through the middle, until a cell has images.
        for (double x = 0.1; x < 0.9 && !text("#cell-title").matches(".*[1-9]\\d* images?"); x += 0.04) {
            robot.clickOn(cells.getMinX() + cells.getWidth() * x, cells.getMinY() + cells.getHeight() * 0.5);
            FxStage.settle();
        }

        assertThat(text("#cell-title")).matches("\\d read (right|as \\d) · [1-9][0-9]* images?");
        ImageGrid images = lookup("#cell-images");
        assertThat(FxStage.onFx(() -> images.images().get().size())).isPositive();
    }

    private void draw() throws Exception {
        robot.clickOn("#place-draw");
        FxStage.settle();
        drag(0.32, 0.22, 0.5, 0.21, 0.68, 0.22, 0.6, 0.42, 0.52, 0.62, 0.47, 0.82);
        await("an answer", () -> text("#answer").matches("\\d.*"));
        FxStage.settle();

        assertThat(text("#answer")).startsWith("7");
    }

    private void switchTheme() {
        boolean before = session.theme().dark().get();
        robot.clickOn("#theme-toggle");
        FxStage.settle();
        assertThat(session.theme().dark().get()).isNotEqualTo(before);
        robot.clickOn("#place-runs");
        FxStage.settle();
    }

    /** Every place as it is now, in both themes; apart from the rest, because a picture keeps the FX thread waiting. */
    private void takePictures() {
        for (var theme : new Theme.Choice[]{Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            FxStage.doFx(() -> session.theme().choice().set(theme));
            for (var place : new String[]{"data", "train", "evaluate", "draw", "runs"}) {
                robot.clickOn("#place-" + place);
                FxStage.settle();
                Pictures.take(scene, place + "-" + theme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Presses at the first point, drags over the others and releases; shares of the pad's width and height. */
    private void drag(double... points) {
        var pad = bounds("#drawing-pad");
        for (int i = 0; i < points.length; i += 2) {
            robot.moveTo(pad.getMinX() + points[i] * pad.getWidth(), pad.getMinY() + points[i + 1] * pad.getHeight());
            if (i == 0) {
                robot.press(MouseButton.PRIMARY);
            }
        }
        robot.release(MouseButton.PRIMARY);
        FxStage.settle();
    }

    private Bounds bounds(String id) {
        Node node = lookup(id);
        return FxStage.onFx(() -> node.localToScreen(node.getLayoutBounds()));
    }

    /** What a label says; nothing where it is not shown. */
    private String text(String id) {
        Label label = lookup(id);
        return label == null ? "" : FxStage.onFx(label::getText);
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) FxStage.onFx(() -> scene.lookup(id));
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> FxStage.onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain for " + what, e);
        }
    }

    /** A part of the loop. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
