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
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.common.Theme;
import inkbench.model.Activation;
import inkbench.model.LayerSpec;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A network is put together in the window, and trained. */
class ArchitectureEditorTest {
    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private final Workbench workbench = new Workbench();
    private Scene scene;

    @BeforeEach
    void open() {
        FxStage.startToolkit();
        scene = FxStage.show(() -> {
            session.data().set(SampleDigits.parted("Samples", 20));
            return (Parent) new TrainPlace(Engine.of(workbench), session, new Exports(workbench.files(), session),
                    new SetChanges(workbench.adjustments(), session)).view();
        }, 1280, 800);
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workbench.close();
    }

    @Test
    void putsANetworkTogetherAndTrainsIt() throws Exception {
        robot.clickOn("#network-edit");
        FxStage.settle();
        type("#architecture-name", "mine");
        select(0);
        add("MAX_POOLING");
        assertThat(layers().getItems().get(0).toString()).contains("Flatten");
        assertThat(problem()).startsWith("Layer 2: Squares of 2×2 do not fit into 784");
        assertThat(lookup("#architecture-use").isDisabled()).isTrue();
        takePictures("train-editor-error");

        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        FxStage.settle();
        assertThat(problem()).isNull();
        add("CONVOLUTION");
        type("#layer-filters", "8");
        type("#layer-stride", "4");
        assertThat(this.<Label>lookup("#layer-problem-stride").getText()).startsWith("The stride must not be larger");
        assertThat(lookup("#architecture-use").isDisabled()).isTrue();
        type("#layer-stride", "2");
        assertThat(this.<Label>lookup("#architecture-totals").getText()).contains("Image 28×28×1.");
        takePictures("train-editor");
        robot.clickOn("#architecture-use");
        FxStage.settle();

        robot.clickOn("#train-start");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxStage.onFx(() -> session.runs().size() == 1));
        var trained = FxStage.onFx(() -> session.runs().getFirst().model().architecture());
        assertThat(trained.name()).isEqualTo("mine");
        assertThat(trained.layers().get(0)).isEqualTo(new LayerSpec.MaxPooling(2));
        assertThat(trained.layers().get(1)).isInstanceOfSatisfying(LayerSpec.Convolution.class, layer -> {
            assertThat(layer.filters()).isEqualTo(8);
            assertThat(layer.stride()).isEqualTo(2);
            assertThat(layer.activation()).isEqualTo(Activation.RELU);
        });
    }

    @Test
    void dragsUndoesAndRemoves() throws Exception {
        robot.clickOn("#network-edit");
        FxStage.settle();
        int count = layers().getItems().size();
        robot.drag(inList("Dropout 0.4")).dropTo(inList("Dense 256, ReLU"));
        await("the layer to be moved", () -> !lookup("#architecture-undo").isDisabled());
        assertThat(FxStage.onFx(() -> layers().getItems().get(3).toString())).contains("Dropout[rate=0.4]");
        robot.clickOn("#architecture-undo");
        await("nothing to undo", () -> lookup("#architecture-undo").isDisabled());
        select(2);
        robot.type(KeyCode.DELETE);
        await("a layer less", () -> layers().getItems().size() == count - 1);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await("all layers", () -> layers().getItems().size() == count);
        robot.clickOn("Cancel");
        FxStage.settle();
        assertThat(robot.lookup("#architecture-editor").tryQuery()).isEmpty();
    }

    private Node inList(String text) {
        return robot.from(layers()).lookup(text).query();
    }

    private void select(int place) {
        FxStage.doFx(() -> {
            layers().requestFocus();
            layers().getSelectionModel().clearAndSelect(place);
        });
    }

    private void add(String kind) {
        robot.clickOn("#architecture-add").clickOn("#add-" + kind);
        FxStage.settle();
    }

    private void type(String id, String text) {
        FxStage.doFx(() -> this.<TextField>lookup(id).setText(text));
    }

    private String problem() {
        return this.<Label>lookup("#architecture-problem").getText();
    }

    private ListView<?> layers() {
        return lookup("#architecture-layers");
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> FxStage.onFx(condition));
    }

    private void takePictures(String name) {
        FxStage.settle();
        var editor = FxStage.onFx(() -> lookup("#architecture-editor").getScene());
        Pictures.take(editor, name + "-light");
        FxStage.dark(theme, true);
        Pictures.take(editor, name + "-dark");
        FxStage.dark(theme, false);
    }

    /** In whatever window it is. */
    private <N extends Node> N lookup(String id) {
        return robot.lookup(id).query();
    }
}
