package inkbench.desktop.draw;

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
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** Why a network that can read takes a drawing for what it does. */
class DrawExplanationTest {
    private static final double[] SEVEN = {0.3, 0.2, 0.5, 0.19, 0.7, 0.2, 0.6, 0.4, 0.5, 0.6, 0.45, 0.8};

    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private final Workbench workbench = new Workbench();
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        var model = workbench.models().shipped();
        scene = FxStage.show(() -> {
            session.model().set(model);
            return (Parent) new DrawPlace(workbench, session, theme).view();
        }, 1180, 900);
        robot.clickOn("#panel-why");
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workbench.close();
    }

    @Test
    void saysWhatToDoWhileNothingIsDrawn() {
        assertThat(FxStage.onFx(() -> scene.lookup("#why").lookupAll(".label").stream().map(Label.class::cast)))
                .extracting(Label::getText)
                .contains("Draw a digit: here you see what speaks for the answer and against it.");
        both("draw-why-empty");
    }

    @Test
    void showsWhatSpeaksForTheAnswerAndForAnyOtherDigit() throws Exception {
        draw(SEVEN);
        await(() -> text("#why-occlusion").startsWith("7 has a probability of "));
        assertThat(text("#why-occlusion-strokes")).startsWith("The strokes, red where covering them takes");
        both("draw-why-parts");

        ComboBox<?> asked = lookup("#why-asked");
        assertThat(FxStage.onFx(() -> asked.getButtonCell().getText())).isEqualTo("Why 7?");
        FxStage.doFx(() -> asked.getSelectionModel().select(2));
        await(() -> text("#why-occlusion").startsWith("1 has a probability of "));
        both("draw-why-other");
        FxStage.doFx(() -> asked.getSelectionModel().select(0));
        await(() -> text("#why-occlusion").startsWith("7 has a probability of "));
        FxStage.doFx(() -> {
            scene.getWindow().setWidth(860);
            scene.getWindow().setHeight(560);
        });
        both("draw-why-small");
        key(KeyCode.ESCAPE);
        draw(0.5, 0.2, 0.5, 0.8);
        await(() -> text("#why-occlusion").startsWith("1 has a probability of "));
    }

    @Test
    void copiesTheValuesOfThePicturesWithKeys() throws Exception {
        draw(SEVEN);
        await(() -> text("#why-occlusion").startsWith("7 has a probability of "));
        FxStage.doFx(() -> lookup("#why-pictures").requestFocus());
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.SHORTCUT);
        FxStage.settle();
        var csv = FxStage.onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(csv.lines()).hasSize(785).startsWith("x,y,grey,occlusion,gradient");
    }

    @Test
    void findsTheNearestTrainingImagesOnceTheyWereRead() throws Exception {
        draw(SEVEN);
        robot.clickOn("#why-NEAREST");
        FxStage.settle();
        both("draw-why-no-training");
        FxStage.doFx(() -> session.data().set(SampleDigits.parted("Samples", 30)));
        robot.clickOn("#nearest-read");
        await(() -> scene.lookup("#nearest-images") instanceof ImageGrid near && near.images().get() != null);
        assertThat(FxStage.onFx(() -> ((Label) scene.lookup("#nearest-verdict")).getText()))
                .matches("\\d of 8 nearest training images are 7\\.");
        both("draw-why-nearest");
    }

    @Test
    void showsWhatTheLayersMakeOfTheDrawing() throws Exception {
        draw(SEVEN);
        robot.clickOn("#why-LAYERS");
        await(() -> words().startsWith("16 of 16 pictures of 3×3, values from -"));
        both("draw-why-filters");
        ComboBox<?> layer = lookup("#why-layer");
        FxStage.doFx(() -> layer.getSelectionModel().select(3));
        await(() -> words().startsWith("16 of 16 pictures of 26×26, values from 0.00"));
        both("draw-why-layer");
        FxStage.doFx(() -> layer.getSelectionModel().selectLast());
        await(() -> words().startsWith("10 of 10 values"));
        both("draw-why-logits");
    }

    @Test
    void showsTheDrawingAmongTheImagesOfTheOpenSet() throws Exception {
        draw(SEVEN);
        robot.clickOn("#why-MAP");
        FxStage.settle();
        assertThat(FxStage.onFx(() -> ((Label) scene.lookup("#why-map-remark")).getText()))
                .isEqualTo("Open a data set with labels to see where the drawing lies among its images.");
        FxStage.doFx(() -> session.data().set(SampleDigits.parted("Samples", 100)));
        await(() -> ((Label) scene.lookup("#why-map-words")).getText().contains("of the 20 points around it are 7."));
        FxStage.doFx(() -> lookup("#why-map").requestFocus());
        key(KeyCode.RIGHT);
        both("draw-why-map");
        assertThat(FxStage.onFx(() -> ((Label) scene.lookup("#why-map-image-words")).getText()))
                .matches("Image #\\d+: \\d");
    }

    private String words() {
        return scene.lookup("#why-layer-words") instanceof Label words ? words.getText() : "";
    }

    private String text(String id) {
        var node = scene.lookup(id);
        return node == null || node.getAccessibleText() == null ? "" : node.getAccessibleText();
    }

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxStage.onFx(condition));
        FxStage.settle();
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) FxStage.onFx(() -> scene.lookup(id));
    }

    private void key(KeyCode key) {
        robot.press(key).release(key);
        FxStage.settle();
    }

    private void both(String name) {
        Pictures.take(scene, name + "-light");
        FxStage.dark(theme, true);
        Pictures.take(scene, name + "-dark");
        FxStage.dark(theme, false);
    }

    private void draw(double... shares) {
        Node pad = lookup("#drawing-pad");
        Bounds bounds = FxStage.onFx(() -> pad.localToScreen(pad.getBoundsInLocal()));
        double side = Math.min(bounds.getWidth(), bounds.getHeight());
        for (int i = 0; i < shares.length; i += 2) {
            robot.moveTo(
                    bounds.getCenterX() + (shares[i] - 0.5) * side,
                    bounds.getCenterY() + (shares[i + 1] - 0.5) * side);
            if (i == 0) {
                robot.press(MouseButton.PRIMARY);
            }
        }
        robot.release(MouseButton.PRIMARY);
        FxStage.settle();
    }
}
