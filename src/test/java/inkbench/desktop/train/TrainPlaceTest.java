package inkbench.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Figure;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.Pixels;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;

class TrainPlaceTest {
    private final FxRobot robot = new FxRobot();
    private final FakeEngine engine = new FakeEngine();
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private final Workbench workbench = new Workbench();
    private Scene scene;

    @BeforeEach
    void open() {
        FxStage.startToolkit();
        scene = FxStage.show(() -> {
            session.data().set(SampleDigits.parted("Samples", 20));
            return (Parent) new TrainPlace(engine, session, new Exports(workbench.files(), session),
                    new SetChanges(workbench.adjustments(), session)).view();
        }, 1180, 700);
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workbench.close();
    }

    @Test
    void showsCurvesWhileARunGoesOn() throws Exception {
        clickOn(lookup("#train-start"));
        var run = engine.runs.getFirst();
        for (int i = 0; i < 6; i++) {
            run.epoch();
        }
        run.batches(20);
        waitForText("#figure-epoch", "7 / 12");
        takePictures("train-running");

        assertThat(text("#figure-validation")).isEqualTo("98.09%");
        assertThat(text("#figure-speed")).isEqualTo("2,610");
        assertThat(text("#figure-remaining")).isEqualTo("2 min");
        ChartPane loss = lookup("#loss-chart");
        assertThat(loss.getAccessibleText()).contains("training: 0.", "validation: 0.0765");
        assertThat(loss.chart().csv().lines()).hasSize(1 + 2 * 320 + 6);
        assertThat(coloursOf(loss)).isGreaterThan(20);
    }

    @Test
    void looksCloserAtARun() throws Exception {
        clickOn(lookup("#train-start"));
        var run = engine.runs.getFirst();
        for (int i = 0; i < 4; i++) {
            run.epoch();
        }
        run.changeRate(0.0005);
        run.batches(30);
        run.layers();
        run.batches(10);
        run.layers();
        waitForText("#figure-epoch", "5 / 12");
        Pictures.take(scene, "train-look-pace");
        for (var look : List.of("Layers", "Validation", "First-layer weights")) {
            robot.clickOn(look);
            FxStage.settle();
            Pictures.take(scene, "train-look-" + look.replace(' ', '-'));
        }
        robot.clickOn("Validation");
        FxStage.settle();
        assertThat(((Label) lookup("#validation-title")).getText()).isEqualTo("After epoch 4");
        Slider epochs = lookup("#validation-epoch");
        FxStage.doFx(() -> epochs.setValue(2));
        assertThat(((Label) lookup("#validation-title")).getText()).isEqualTo("After epoch 2");
        assertThat(((Label) lookup("#validation-changes")).getText())
                .startsWith("Beside epoch 1: 11 fixed, 1 broken, ");
        run.epoch();
        waitForText("#figure-epoch", "5 / 12");
        assertThat(((Label) lookup("#validation-title")).getText()).as("moved back").isEqualTo("After epoch 2");
    }

    @Test
    void stopsAndKeepsWhatWasLearned() throws Exception {
        clickOn(lookup("#train-start"));
        var run = engine.runs.getFirst();
        run.epoch();
        waitForText("#figure-epoch", "1 / 12");
        assertThat(lookup("#train-start").isDisabled()).isTrue();

        clickOn(lookup("#train-stop"));
        assertThat(run.stopRequested).isTrue();
        assertThat(lookup("#train-stop").isDisabled()).isTrue();
        run.finish();
        var test = session.data().get().part(Part.TEST).orElseThrow();
        double accuracy = SampleModels.evaluation("mlp", test).accuracy();
        waitForText("#figure-test", String.format(Locale.ROOT, "%.2f%%", 100 * accuracy));

        assertThat(lookup("#train-start").isDisabled()).isFalse();
        assertThat(FxStage.onFx(() -> List.copyOf(engine.measured))).containsExactly(accuracy);
        assertThat(FxStage.onFx(() -> session.runs().size())).isEqualTo(1);
        assertThat(text("#figure-validation")).isEqualTo("86.95%");
    }

    @Test
    void pausesAndGoesOnStepByStep() throws Exception {
        assertThat(lookup("#train-pause").isDisabled()).isTrue();
        clickOn(lookup("#train-start"));
        var run = engine.runs.getFirst();
        run.epoch();
        run.batches(10);
        clickOn(lookup("#train-pause"));
        assertThat(lookup("#train-batch").isDisabled()).isTrue();
        run.waits();
        waitUntilEnabled("#train-batch");
        assertThat(((Button) lookup("#train-pause")).getText()).isEqualTo("Resume");
        takePictures("train-paused");

        clickOn(lookup("#train-batch"));
        run.batches(1);
        run.waits();
        waitUntilEnabled("#train-epoch");
        clickOn(lookup("#train-epoch"));
        run.waits();
        waitUntilEnabled("#train-epoch");
        TextField rate = lookup("#train-rate");
        FxStage.doFx(() -> rate.setText("0.25"));
        clickOn(lookup("#train-rate-set"));
        clickOn(lookup("#train-pause"));

        assertThat(run.orders).containsExactly("pause", "one batch", "one epoch", "rate 0.25", "resume");
        assertThat(((Button) lookup("#train-pause")).getText()).isEqualTo("Pause");
    }

    @Test
    void asksBeforeItDropsARun() throws Exception {
        clickOn(lookup("#train-start"));
        var run = engine.runs.getFirst();
        clickOn(lookup("#train-cancel"));
        robot.clickOn("Go on");
        assertThat(run.orders).isEmpty();

        clickOn(lookup("#train-cancel"));
        robot.clickOn("Drop");
        FxStage.settle();
        assertThat(run.orders).containsExactly("cancel");
        run.dropped();
        waitUntilEnabled("#train-start");

        assertThat(FxStage.onFx(() -> session.runs().size())).isZero();
    }

    private void waitUntilEnabled(String selector) throws Exception {
        WaitForAsyncUtils
                .waitFor(10, TimeUnit.SECONDS, () -> FxStage.onFx(() -> !scene.lookup(selector).isDisabled()));
    }

    @Test
    void showsTheLayersOfTheChosenNetwork() {
        assertThat(((Label) lookup("#layers-total")).getText()).isEqualTo("550,346");
        robot.clickOn("CNN");
        FxStage.settle();
        assertThat(((Label) lookup("#layers-total")).getText()).isEqualTo("1,199,882");
        assertThat(((TextField) lookup("#settings-rate")).getText()).isEqualTo("1");
        Pictures.take(scene, "train-cnn");
    }

    @Test
    void saysWhatIsWrongWithASettingAndWontTrain() {
        TextField epochs = lookup("#settings-epochs");
        FxStage.doFx(() -> epochs.setText("many"));

        assertThat(lookup("#train-start").isDisabled()).isTrue();
        assertThat(epochs.getAccessibleHelp()).isEqualTo("Epochs must be a whole number from 1 to 10,000. Found: many");
        Pictures.take(scene, "train-problem");
        Node problem = lookup("#problem-epochs");
        Node next = lookup("#settings-batch");
        assertThat(problem.localToScene(problem.getLayoutBounds()).getMaxY())
                .isLessThanOrEqualTo(next.localToScene(next.getLayoutBounds()).getMinY());
    }

    @Test
    void asksForDataWhereThereIsNone() {
        FxStage.doFx(() -> session.data().set(null));
        assertThat(lookup("#train-start").isDisabled()).isTrue();
        assertThat(((Label) lookup("#train-objection")).getText()).isEqualTo("Open a data set first, in Data.");
        Pictures.take(scene, "train-no-data");
    }

    @Test
    void readsOutTheCurvesAtThePointer() throws Exception {
        clickOn(lookup("#train-start"));
        engine.runs.getFirst().epoch();
        engine.runs.getFirst().epoch();
        waitForText("#figure-epoch", "2 / 12");
        ChartPane loss = lookup("#loss-chart");
        var before = FxStage.onFx(() -> loss.snapshot(null, null));
        robot.moveTo((Node) loss);
        FxStage.settle();
        var after = FxStage.onFx(() -> loss.snapshot(null, null));
        assertThat(Pixels.different(before, after)).isGreaterThan(500);
        Pictures.take(scene, "train-hover");
    }

    private void takePictures(String name) {
        FxStage.settle();
        Pictures.take(scene, name + "-light");
        Pictures.take(scene, name + "-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, name + "-dark");
        FxStage.dark(theme, false);
    }

    private static long coloursOf(ChartPane chart) {
        return FxStage.onFx(() -> Pixels.colours(chart.image(1)));
    }

    private void clickOn(Node node) {
        robot.clickOn(node);
        FxStage.settle();
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) FxStage.onFx(() -> scene.lookup(id));
    }

    private String text(String figure) {
        return FxStage.onFx(() -> ((Figure) scene.lookup(figure)).text());
    }

    private void waitForText(String figure, String expected) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> text(figure).equals(expected));
        FxStage.settle();
    }
}
