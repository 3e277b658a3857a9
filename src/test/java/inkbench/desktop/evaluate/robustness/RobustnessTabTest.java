package inkbench.desktop.evaluate.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.common.correction.SetCorrections;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.evaluate.EvaluatePlace;
import inkbench.task.Progress;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleModels;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;

class RobustnessTabTest {
    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private final Workbench workbench = new Workbench();
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        var digits = workbench.data().read("builtin", Progress.NONE).part(Part.TEST).orElseThrow();
        var few = digits
                .subset(Arrays.stream(digits.indicesByClass()).flatMapToInt(of -> Arrays.stream(of, 0, 3)).toArray());
        scene = FxStage.show(() -> {
            session.data().set(new PartedDataset("Digits", Map.of(Part.TEST, few)));
            session.model().set(SampleModels.untrained("blank"));
            var corrections = new SetCorrections(workbench.corrections(), session);
            return (Parent) new EvaluatePlace(workbench, session, theme, corrections).view();
        }, 1180, 700);
        FxStage.doFx(() -> session.evaluation().set(SampleModels.evaluation("blank", few)));
        FxStage.doFx(() -> {
            TabPane views = (TabPane) scene.lookup("#views");
            views.getTabs()
                    .stream()
                    .filter(tab -> tab.getId().equals("view-robustness"))
                    .forEach(views.getSelectionModel()::select);
        });
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workbench.close();
    }

    @Test
    void drawsACurveForEachModelAndShowsExamplesAtTheSlider() throws Exception {
        Pictures.take(scene, "evaluate-robustness-empty");
        robot.clickOn("#robustness-add");
        idle();
        robot.clickOn("#robustness-shipped");
        idle();
        measure();

        ChartPane rotation = lookup("#robustness-rotation");
        assertThat(FxStage.onFx(rotation.chart()::csv).lines()).hasSize(15)
                .anyMatch(line -> line.startsWith("blank,60.0000,"))
                .anyMatch(line -> line.startsWith("best,0.00000,"));
        assertThat(FxStage.onFx(rotation::svg)).contains("Rotation: degrees", ">best<");
        assertThat(shown("#robustness-strength-text")).isEqualTo("4 px");
        GridPane examples = lookup("#robustness-examples");
        waitFor(() -> examples.getChildren().size() == 32);
        FxStage.doFx(rotation::requestFocus);
        waitFor(() -> text("#robustness-strength-text").equals("30°"));
        waitFor(() -> describedAs(examples, "Rotation, 30°"));
        Pictures.take(scene, "evaluate-robustness-light");
        Pictures.take(scene, "evaluate-robustness-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-robustness-dark");
        FxStage.dark(theme, false);

        Slider slider = lookup("#robustness-strength");
        FxStage.doFx(slider::requestFocus);
        type(KeyCode.LEFT, 12);
        waitFor(() -> text("#robustness-strength-text").equals("0°") && describedAs(examples, "Rotation, 0°"));
        assertThat(FxStage.onFx(() -> examples.lookupAll(".robustness-answer").stream().filter(
                answer -> answer.getStyleClass().contains("wrong")).count())).isBetween(9L, 10L);
        FxStage.doFx(() -> {
            ComboBox<?> choice = (ComboBox<?>) scene.lookup("#robustness-shown");
            choice.getSelectionModel().selectLast();
        });
        FxStage.doFx(slider::requestFocus);
        type(KeyCode.RIGHT, 10);
        waitFor(() -> describedAs(examples, "Noise, σ = 30% of full ink"));
    }

    @Test
    void measuresOnlyWhatIsChosen() throws Exception {
        for (var box : scene.getRoot().lookupAll(".check-box")) {
            if (box.getId() != null && box.getId().startsWith("distort-") && !box.getId().equals("distort-noise")) {
                FxStage.doFx(((CheckBox) box)::fire);
            }
        }
        measure();
        Pictures.take(scene, "evaluate-robustness-one");
        assertThat(FxStage.<Node>onFx(() -> scene.lookup("#robustness-noise"))).isNotNull();
        assertThat(FxStage.<Node>onFx(() -> scene.lookup("#robustness-shift"))).isNull();
        Button measure = lookup("#robustness-measure");
        CheckBox noise = lookup("#distort-noise");
        FxStage.doFx(noise::fire);
        assertThat(FxStage.onFx(measure::isDisabled)).isTrue();
    }

    @Test
    void fitsIntoASmallWindow() throws Exception {
        FxStage.doFx(() -> {
            scene.getWindow().setWidth(820);
            scene.getWindow().setHeight(560);
        });
        measure();
        GridPane examples = lookup("#robustness-examples");
        waitFor(() -> !examples.getChildren().isEmpty());
        waitFor(() -> placeOf("scale").getMinX() == 0 && placeOf("scale").getMinY() > 0);
        Pictures.take(scene, "evaluate-robustness-small");
        assertThat(FxStage.onFx(() -> placeOf("rotation").getMinY())).isZero();
        FxStage.doFx(() -> scene.getWindow().setWidth(480));
        waitFor(() -> placeOf("rotation").getMinX() == 0 && placeOf("rotation").getMinY() > 0);
        Pictures.take(scene, "evaluate-robustness-narrow");
    }

    private Bounds placeOf(String kind) {
        return scene.lookup("#robustness-" + kind).getBoundsInParent();
    }

    private void type(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            robot.press(key).release(key);
        }
        FxStage.settle();
    }

    private void measure() throws Exception {
        Button measure = lookup("#robustness-measure");
        FxStage.doFx(measure::fire);
        waitFor(() -> scene.lookup("#robustness-curves") != null);
        FxStage.settle();
    }

    private static boolean describedAs(GridPane examples, String end) {
        return examples.getChildren()
                .stream()
                .filter(DigitImage.class::isInstance)
                .anyMatch(image -> image.getAccessibleText().endsWith(end));
    }

    private void idle() throws Exception {
        waitFor(() -> session.jobs().isEmpty());
        FxStage.settle();
    }

    private void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> FxStage.onFx(condition));
    }

    private String text(String id) {
        return ((Label) scene.lookup(id)).getText();
    }

    private String shown(String id) {
        return FxStage.onFx(() -> text(id));
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) FxStage.onFx(() -> scene.lookup(id));
    }
}
