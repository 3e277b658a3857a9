package inkbench.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Figure;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.store.run.NewRun;
import inkbench.store.run.RunRecord;
import inkbench.store.run.RunState;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;

/** What the place shows of runs that are several, and of those that go wrong. */
class TrainStatesTest {
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
        }, 1200, 720);
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workbench.close();
    }

    @Test
    void followsAGroupOfSeedsFromRunToRun() throws Exception {
        chooseSeeds(3);
        robot.clickOn("#train-start");
        for (int run = 0; run < 2; run++) {
            learn(awaitRun(run), 4);
            engine.runs.get(run).finish();
        }
        var third = awaitRun(2);
        learn(third, 3);
        third.batches(20);
        await("the third run", () -> "3 / 3".equals(figure("#figure-run")) && "4 / 12".equals(figure("#figure-epoch")));

        assertThat(session.liveRun().get().name()).isEqualTo("mlp, run 3 of 3");
        assertThat(session.liveRun().get().runsAfter()).isZero();
        takePictures("train-group");
        var csv = accuracyCsv();
        assertThat(csv.lines().filter(line -> line.startsWith("mean ± sd,"))).hasSize(4);
        assertThat(csv.lines().filter(line -> line.startsWith("run 1,"))).hasSize(4);

        learn(third, 9);
        third.finish();
        await("the end", () -> session.liveRun().get() == null && session.runs().size() == 3);
        assertThat(note()).startsWith("3 runs to the end. Validation accuracy 97.29% ± 1.31%.")
                .contains("Test accuracy 92.00% ± 1.00%");
        assertThat(note()).contains("Opened is the model of run 3");
        assertThat(session.runs()).extracting(run -> run.name()).containsExactly("mlp, run 1", "mlp, run 2",
                "mlp, run 3");
    }

    @Test
    void steersAGroupAsOneRun() throws Exception {
        chooseSeeds(2);
        robot.clickOn("#train-start");
        var first = awaitRun(0);
        learn(first, 1);
        robot.clickOn("#train-pause");
        await("the pause", () -> first.orders.contains("pause"));
        first.waits();
        await("the pause to be shown", () -> !lookup("#train-batch").isDisabled());
        robot.clickOn("#train-batch").clickOn("#train-pause");
        robot.clickOn("#train-stop");
        await("the stop", () -> first.stopRequested);
        first.finish();

        await("the end", () -> session.liveRun().get() == null && session.runs().size() == 1);
        assertThat(engine.runs).as("the second was not begun").hasSize(1);
    }

    @Test
    void dropsAGroup() throws Exception {
        chooseSeeds(2);
        robot.clickOn("#train-start");
        var first = awaitRun(0);
        learn(first, 1);
        await("the run", () -> "1 / 12".equals(figure("#figure-epoch")));
        robot.clickOn("#train-cancel").clickOn("Drop");
        await("the order", () -> first.orders.contains("cancel"));
        first.dropped();

        await("the end", () -> session.liveRun().get() == null);
        assertThat(session.runs()).isEmpty();
    }

    @Test
    void offersASmallerStepAfterADivergence() throws Exception {
        robot.clickOn("#train-start");
        var run = awaitRun(0);
        learn(run, 2);
        run.batches(7);
        run.diverge("The loss is no number after batch 107.");
        await("the card", () -> lookup("#diverged").isVisible());

        assertThat(this.<Label>lookup("#diverged-text").getText())
                .isEqualTo(
                        "The loss is no number after batch 107. The model has the weights of batch 107, before that.");
        takePictures("train-diverged");
        robot.clickOn("#diverged-again");

        var again = awaitRun(1);
        assertThat(again.settings().recipe().optimizer().learningRate()).isEqualTo(1e-4);
        assertThat(this.<TextField>lookup("#settings-rate").getText()).isEqualTo("0.0001");
        assertThat(lookup("#diverged").isVisible()).isFalse();
    }

    @Test
    void saysThatNothingWasLearnedBeforeADivergence() throws Exception {
        robot.clickOn("#train-start");
        awaitRun(0).divergeAtOnce("The loss is no number.");
        await("the card", () -> lookup("#diverged").isVisible());

        assertThat(this.<Label>lookup("#diverged-text").getText())
                .endsWith("Nothing good had been learned before that.");
        assertThat(session.runs()).isEmpty();
        assertThat(session.problem().get()).as("said once").isNull();
    }

    @Test
    void showsEarlierRunsBesideTheOneAtHand() throws Exception {
        engine.earlier.addAll(List.of(earlier(8, "cnn"), earlier(7, "mlp")));
        robot.clickOn("#train-start");
        learn(awaitRun(0), 3);
        await("the run", () -> "3 / 12".equals(figure("#figure-epoch")));
        robot.clickOn("#compare");
        await("the runs", () -> lookup("#compare", MenuButton.class).getItems().size() == 2);
        robot.clickOn("#compare").clickOn("#compare").clickOn("#compare-8");
        await("the line", () -> accuracyCsv().lines().anyMatch(line -> line.contains("cnn ")));

        assertThat(accuracyCsv().lines().filter(line -> line.contains("cnn "))).hasSize(5);
        takePictures("train-compare");
        robot.clickOn("#compare").clickOn("#compare-8");
        await("no line", () -> accuracyCsv().lines().noneMatch(line -> line.contains("cnn ")));
    }

    private static RunRecord earlier(long id, String name) {
        var begun = new NewRun(name, name, "{}", "Samples", "ab", 1, "Inkbench", "a machine", 2,
                Instant.parse("2026-03-01T12:00:00Z"), OptionalLong.empty());
        return new RunRecord(id, begun, RunState.FINISHED, Optional.empty(), "", "", new TreeSet<>());
    }

    private String accuracyCsv() {
        return lookup("#accuracy-chart", ChartPane.class).chart().csv();
    }

    private <N extends Node> N lookup(String id, Class<N> type) {
        return type.cast(FxStage.onFx(() -> scene.lookup(id)));
    }

    private void chooseSeeds(int count) {
        FxStage.doFx(() -> this.<TitledPane>lookup("#fold-repeat").setExpanded(true));
        FxStage.settle();
        FxStage.doFx(() -> lookup("#repeat").lookupAll(".toggle-button")
                .stream()
                .map(node -> (ToggleButton) node)
                .filter(button -> button.getText().equals("Seeds"))
                .forEach(button -> button.fire()));
        FxStage.settle();
        FxStage.doFx(() -> this.<TextField>lookup("#settings-seeds").setText(Integer.toString(count)));
    }

    private FakeEngine.FakeRun awaitRun(int number) throws Exception {
        await("run " + number, () -> engine.runs.size() > number);
        return engine.runs.get(number);
    }

    private static void learn(FakeEngine.FakeRun run, int epochs) {
        for (int i = 0; i < epochs; i++) {
            run.epoch();
        }
    }

    private String figure(String id) {
        return FxStage.onFx(() -> ((Figure) scene.lookup(id)).text());
    }

    private String note() {
        return FxStage.onFx(() -> this.<Label>lookup("#run-note").getText());
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> FxStage.onFx(condition));
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
