package inkbench.desktop.draw.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.tuning.TunedModel.Change;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.draw.FakeTuner;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.model.Model;
import inkbench.store.drawing.DrawnDigit;
import inkbench.store.drawing.KeptDigit;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleModels;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

class TuningPaneTest {
    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Theme theme = session.theme();
    private final FakeTuner tuner = new FakeTuner();
    private final Model model = SampleModels.untrained("cnn");
    private final ObservableList<KeptDigit> digits = FXCollections.observableArrayList();
    private Scene scene;

    @BeforeEach
    void open() {
        scene = FxStage.show(() -> {
            session.model().set(model);
            var pane = new TuningPane(new TuningViewModel(digits, tuner, session));
            var card = new VBox(8, pane.start(), pane);
            card.getStyleClass().add("card");
            return new VBox(card);
        }, 384, 220);
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
    }

    @Test
    void asksForDigitsFirst() {
        assertThat(lookup("#tuning-start").isDisabled()).isTrue();
        keepDigits(1);
        assertThat(lookup("#tuning-start").isDisabled()).isFalse();
        assertThat(lookup("#tuning").isVisible()).isFalse();
    }

    @Test
    void showsBeforeAndAfterAndKeepsTheModel() {
        keepDigits(30);
        tune();

        assertThat(label("#tuning-after-own")).isEqualTo("96.67%");
        assertThat(label("#tuning-change-own")).isEqualTo("+10.00");
        assertThat(label("#tuning-change-test")).isEqualTo("−0.01");
        assertThat(label("#tuning-remark")).contains("Nothing to speak of was forgotten of MNIST");
        assertThat(session.model().get()).isSameAs(model);
        both("draw-tuning-before-after");

        robot.clickOn(lookup("#tuning-keep"));
        until(() -> session.model().get() != model);
        assertThat(session.model().get().name()).isEqualTo("cnn, tuned");
        assertThat(tuner.kept()).containsExactly(session.model().get());
        both("draw-tuning-kept");

        robot.clickOn(lookup("#tuning-undo"));
        FxStage.settle();
        assertThat(session.model().get()).isSameAs(model);
        assertThat(lookup("#tuning-undo").isVisible()).isFalse();
    }

    @Test
    void dropsWhatForgets() {
        tuner.says(new Change(30, 0.9, 0.95), new Change(10_000, 0.9968, 0.99));
        keepDigits(30);

        tune();

        assertThat(label("#tuning-remark")).contains("It forgets some of MNIST");
        robot.clickOn(lookup("#tuning-drop"));
        FxStage.settle();
        assertThat(lookup("#tuning-table").isVisible()).isFalse();
        assertThat(session.model().get()).isSameAs(model);
        assertThat(tuner.kept()).isEmpty();
    }

    @Test
    void saysThatSoFewDigitsCannotBeMeasured() {
        tuner.says(new Change(1, 0, Double.NaN), new Change(10_000, 0.9968, 0.9968));
        keepDigits(1);
        tune();

        assertThat(label("#tuning-after-own")).isEqualTo("–");
        assertThat(label("#tuning-remark")).startsWith("With fewer than 5 digits nobody can say");
    }

    @Test
    void stopsWithoutATrace() {
        var hold = new CountDownLatch(1);
        tuner.holdAt(hold);
        keepDigits(10);
        robot.clickOn(lookup("#tuning-start"));
        until(() -> ((ProgressBar) lookup("#tuning-progress")).getProgress() == 0.5);
        both("draw-tuning-running");

        robot.clickOn(lookup("#tuning-cancel"));
        hold.countDown();
        until(() -> !lookup("#tuning-start").isDisabled());

        assertThat(lookup("#tuning-table").isVisible()).isFalse();
        assertThat(session.model().get()).isSameAs(model);
        assertThat(session.problem().get()).isNull();
    }

    private void tune() {
        robot.clickOn(lookup("#tuning-start"));
        until(() -> lookup("#tuning-keep").isVisible());
        FxStage.settle();
    }

    private void keepDigits(int count) {
        var line = new Drawing(List.of(new Stroke(List.of(new InkPoint(0, 0, 0), new InkPoint(0, 1, 10)))));
        FxStage.doFx(() -> {
            for (int i = 0; i < count; i++) {
                digits.add(new KeptDigit(i, new DrawnDigit(1, line, OptionalInt.of(7), "cnn", Instant.EPOCH)));
            }
        });
    }

    private void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> FxStage.onFx(condition::getAsBoolean));
        } catch (Exception late) {
            throw new AssertionError(late);
        }
    }

    private void both(String name) {
        Pictures.take(scene, name + "-light");
        FxStage.dark(theme, true);
        Pictures.take(scene, name + "-dark");
        FxStage.dark(theme, false);
    }

    private String label(String id) {
        return FxStage.onFx(() -> ((Label) scene.lookup(id)).getText());
    }

    private Node lookup(String id) {
        return scene.lookup(id);
    }
}
