package inkbench.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

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
import inkbench.desktop.common.chart.ChartPane;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.Pixels;
import inkbench.testing.SampleDigits;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;

/** The settings of a run in the window, with real images and real changes of them. */
class TrainSettingsTest {
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
    void showsWhatASchedulesRateWillBe() {
        unfold("#fold-schedule");
        assertThat(preview().chart().csv().lines().skip(1))
                .allSatisfy(line -> assertThat(line).contains(",0.00100000,"));

        ComboBox<?> kinds = lookup("#schedule-kind");
        FxStage.doFx(() -> kinds.getSelectionModel().select(4));

        assertThat(this.<TitledPane>lookup("#fold-schedule").getText()).isEqualTo("Schedule: one cycle");
        assertThat(preview().chart().csv().lines().skip(1).findFirst().orElseThrow()).contains(",4.00000e-05,");
        takePictures("train-settings-schedule");
        type("#settings-cycle-start", "0");
        assertThat(this.<Label>lookup("#problem-cycle-start").getText())
                .startsWith("\"Starts at 1 /\" must be a number from 1 to");
        assertThat(lookup("#train-start").isDisabled()).isTrue();
    }

    @Test
    void showsImagesAsTheNetworkWillSeeThem() throws Exception {
        unfold("#fold-augmentation");
        Node tiles = lookup("#augmentation-preview");
        CheckBox on = lookup("#augmentation-on");
        FxStage.doFx(on::fire);
        var first = pictureOtherThan(tiles, null);
        takePictures("train-settings-augmentation");

        type("#settings-rotation", "90");
        var turned = pictureOtherThan(tiles, first);
        Button others = lookup("#augmentation-others");
        FxStage.doFx(others::fire);
        pictureOtherThan(tiles, turned);

        assertThat(this.<TitledPane>lookup("#fold-augmentation").getText()).isEqualTo("Augmentation: on");
    }

    @Test
    void saysWhatElseIsSet() {
        unfold("#fold-regularization");
        type("#settings-patience", "3");
        type("#settings-smoothing", "0.1");
        FxStage.doFx(() -> this.<CheckBox>lookup("#classes-alike").fire());
        assertThat(this.<TitledPane>lookup("#fold-regularization").getText())
                .isEqualTo("Regularisation: stops early, smoothing, classes alike");
        unfold("#fold-repeat");
        robot.clickOn("Seeds");
        assertThat(this.<TitledPane>lookup("#fold-repeat").getText()).isEqualTo("Repeat: 5 seeds");
        type("#settings-validation", "0");
        assertThat(this.<Label>lookup("#train-objection").getText()).startsWith("To stop early");
        takePictures("train-settings-repeat");
        robot.clickOn("Folds");
        assertThat(lookup("#settings-validation").isDisabled()).isTrue();
        assertThat(lookup("#train-start").isDisabled()).isFalse();
    }

    private ChartPane preview() {
        return lookup("#schedule-preview");
    }

    private Image pictureOtherThan(Node node, Image before) throws Exception {
        var found = new Image[1];
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            found[0] = FxStage.onFx(() -> node.snapshot(null, null));
            return Pixels.colours(found[0]) > 20 && (before == null || Pixels.different(found[0], before) > 0);
        });
        return found[0];
    }

    private void unfold(String id) {
        FxStage.doFx(() -> this.<TitledPane>lookup(id).setExpanded(true));
        FxStage.settle();
        FxStage.doFx(() -> {
            var scroll = (ScrollPane) scene.getRoot().lookup("#train-settings");
            scroll.setVvalue(scroll.getVmax());
        });
        FxStage.settle();
    }

    private void type(String id, String text) {
        FxStage.doFx(() -> this.<TextField>lookup(id).setText(text));
    }

    private void takePictures(String name) {
        FxStage.settle();
        Pictures.take(scene, name + "-light");
        FxStage.dark(theme, true);
        Pictures.take(scene, name + "-dark");
        FxStage.dark(theme, false);
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) FxStage.onFx(() -> scene.lookup(id));
    }
}
