package inkbench.desktop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.app.browse.ImageFilter;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.correction.SetCorrections;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.failures.Failures;
import inkbench.task.Progress;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

/** Failures in Evaluate, with a network that has learned other digits. */
class FailuresTabTest {
    @TempDir
    private Path folder;
    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private final Workbench workbench = new Workbench();
    private Evaluation evaluation;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        var model = workbench.models().reviewers().getLast();
        var data = SampleDigits.parted("Samples", 30).readFrom(Optional.of(folder.resolve("samples.npz")));
        evaluation = workbench.reading()
                .evaluateNow(model, data.part(Part.TEST).orElseThrow(), Progress.NONE);
        scene = FxStage.show(() -> {
            session.data().set(data);
            session.model().set(model);
            var corrections = new SetCorrections(workbench.corrections(), session);
            return (Parent) new EvaluatePlace(workbench, session, theme, corrections).view();
        }, 1180, 700);
        FxStage.doFx(() -> session.evaluation().set(evaluation));
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workbench.close();
    }

    @Test
    void explainsTheFailureThatIsLookedAt() throws Exception {
        openTab();
        await(() -> scene.lookup("#failure-occlusion").getAccessibleText() != null);
        var worst = Failures.of(evaluation, 200).topLosses().getFirst();
        ImageGrid grid = lookup("#failures-images");

        assertThat(FxStage.onFx(() -> grid.images().get().size())).isEqualTo(200);
        assertThat(label("#failures-title")).isEqualTo("The 200 images with the highest losses");
        assertThat(label("#failure-words"))
                .startsWith("#" + worst.index() + ": " + worst.label() + " read as " + worst.prediction());
        assertThat(FxStage.onFx(() -> lookup("#failure-occlusion").getAccessibleText()))
                .startsWith(worst.prediction() + " has a probability of ");

        FxStage.doFx(() -> lookup("#failure-asked-LABEL").requestFocus());
        type(KeyCode.SPACE);
        await(() -> scene.lookup("#failure-occlusion").getAccessibleText().startsWith(worst.label() + " has a"));
        FxStage.doFx(grid::requestFocus);
        type(KeyCode.RIGHT);
        var next = Failures.of(evaluation, 200).topLosses().get(1);
        assertThat(label("#failure-words")).startsWith("#" + next.index() + ": ");
    }

    @Test
    void findsTheNearestTrainingImagesOnceTheyWereRead() throws Exception {
        openTab();
        Pictures.take(scene, "evaluate-failures-unread");
        robot.clickOn("#failures-ERRORS").clickOn("#nearest-read");
        await(() -> scene.lookup("#nearest-images") instanceof ImageGrid near && near.images().get() != null);
        await(() -> explained());
        FxStage.settle();
        Pictures.take(scene, "evaluate-failures-light");
        Pictures.take(scene, "evaluate-failures-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-failures-dark");
        FxStage.dark(theme, false);

        ImageGrid near = lookup("#nearest-images");
        assertThat(FxStage.onFx(() -> near.images().get().size())).isEqualTo(8);
        assertThat(label("#nearest-verdict")).matches("\\d of 8 nearest training images are \\d\\.");
        var before = FxStage.onFx(() -> near.images().get());
        FxStage.doFx(() -> lookup("#failures-images").requestFocus());
        type(KeyCode.END);
        await(() -> near.images().get() != null && near.images().get() != before);
    }

    @Test
    void goesThroughConfusedPairsByKeyboard() throws Exception {
        openTab();
        FxStage.doFx(() -> lookup("#failures-PAIRS").requestFocus());
        type(KeyCode.SPACE);
        var pairs = Failures.of(evaluation, 200).confusedPairs();
        ListView<?> list = lookup("#failures-pairs");
        assertThat(FxStage.onFx(() -> list.getItems().size())).isEqualTo(pairs.size());
        FxStage.doFx(list::requestFocus);
        type(KeyCode.DOWN);

        var second = pairs.get(1);
        ImageGrid grid = lookup("#failures-images");
        assertThat(label("#failures-title"))
                .startsWith(second.a() + " and " + second.b() + ": taken for each other " + second.total() + " times");
        assertThat(FxStage.onFx(() -> grid.images().get().size())).isEqualTo((int) second.total());
        await(() -> explained());
        Pictures.take(scene, "evaluate-failures-pairs");
        FxStage.doFx(() -> {
            scene.getWindow().setWidth(820);
            scene.getWindow().setHeight(560);
        });
        FxStage.settle();
        Pictures.take(scene, "evaluate-failures-small");
    }

    @Test
    void showsImagesLikeItInData() throws Exception {
        openTab();
        var worst = Failures.of(evaluation, 200).topLosses().getFirst();
        robot.clickOn("#failures-show");

        assertThat(session.askedFor().get()).isEqualTo(
                ImageFilter.NONE.withParts(Set.of(Part.TEST))
                        .withLabels(Set.of(worst.label()))
                        .withPredictions(Set.of(worst.prediction())));
        assertThat(session.place().get()).isEqualTo("data");
    }

    @Test
    void copiesTheListAsCsv() throws Exception {
        openTab();
        FxStage.doFx(() -> lookup("#failures-images").requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT);
        type(KeyCode.C);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);

        var lines = FxStage.onFx(() -> Clipboard.getSystemClipboard().getString()).lines().toList();
        assertThat(lines).hasSize(201);
        assertThat(lines.getFirst()).startsWith("rank,part,index,label,prediction,probability,loss,p 0,p 1,");
        assertThat(lines.get(1)).startsWith("1,test,").matches("(\\d|test|[,.])+");
    }

    @Test
    void saysWhatToDoWithoutTrainingImages() throws Exception {
        FxStage.doFx(() -> {
            var test = session.data().get().part(Part.TEST).orElseThrow();
            session.data().set(new PartedDataset("Samples", Map.of(Part.TEST, test)));
            session.evaluation().set(evaluation);
        });
        openTab();

        assertThat(FxStage.onFx(() -> lookup("#nearest-read").isVisible())).isFalse();
        assertThat(FxStage.onFx(() -> scene.getRoot().lookupAll(".caption")).stream())
                .anyMatch(
                        node -> node instanceof Label words && words.getText().startsWith("Open a data set with"));
    }

    private void openTab() throws Exception {
        FxStage.doFx(() -> {
            TabPane views = (TabPane) scene.lookup("#views");
            views.getTabs()
                    .stream()
                    .filter(tab -> tab.getId().equals("view-failures"))
                    .forEach(views.getSelectionModel()::select);
        });
        await(() -> scene.lookup("#failures-images") instanceof ImageGrid grid && grid.selected().get() == 0);
        FxStage.settle();
    }

    private boolean explained() {
        return scene.lookup("#failure-occlusion").getAccessibleText() != null;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxStage.onFx(() -> {
            try {
                return condition.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }));
    }

    private void type(KeyCode... keys) {
        for (var key : keys) {
            robot.press(key).release(key);
        }
        FxStage.settle();
    }

    private String label(String id) {
        return FxStage.onFx(() -> ((Label) scene.lookup(id)).getText());
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) FxStage.onFx(() -> scene.lookup(id));
    }
}
