package inkbench.desktop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.app.browse.ImageFilter;
import inkbench.app.browse.ImageOrder;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.evaluation.Evaluation;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** Goes through the place by mouse and keys, and leaves pictures of its states for people to look at. */
class DataPlaceTest {
    private final Workbench workbench = new Workbench();
    private final FxRobot robot = new FxRobot();
    @TempDir
    private Path folder;
    private PartedDataset digits;
    private Session session;
    private Scene scene;

    @BeforeEach
    void show() {
        FxStage.startToolkit();
        // Corrections are saved beside it.
        digits = SampleDigits.parted("Sample", 120).readFrom(Optional.of(folder.resolve("sample.npz")));
        session = FxStage.onFx(Session::new);
        scene = FxStage.show(() -> {
            var view = new DataPlace(workbench, session).view();
            view.getStyleClass().add("place");
            return new StackPane(view);
        }, 1192, 720);
        FxStage.dark(session.theme(), false);
    }

    @AfterEach
    void close() {
        FxStage.onFx(() -> {
            scene.getWindow().hide();
            return null;
        });
        workbench.close();
    }

    @Test
    void saysWhatToDoWhileNothingIsOpen() {
        takePictures("data-empty");
        assertThat(scene.lookup("#images")).isNull();
        robot.clickOn("Open built-in digits");
        awaitJobs();
        assertThat(text("#image-count")).isEqualTo("12,000 images");
    }

    @Test
    void showsEverythingOfASet() {
        open();
        assertThat(text("#image-count")).isEqualTo("2,400 images");
        assertThat(text("#summary-source")).isEqualTo("made for a test");
        takePictures("data-open");
    }

    @Test
    void addsLabelsByTheShortcutAndTakesThemAwayByTheirChips() {
        open();
        robot.clickOn("#distribution-4");
        robot.interact(() -> scene.lookup("#distribution-9").requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.SPACE).release(KeyCode.SPACE, KeyCode.CONTROL);
        assertThat(text("#image-count")).isEqualTo("480 of 2,400");
        takePictures("data-filtered");
        robot.clickOn("#filter-label-4");
        assertThat(text("#image-count")).isEqualTo("240 of 2,400");
        awaitJobs();
        takePictures("data-filtered-one-label");
    }

    @Test
    void sortsByTheDistanceFromTheMeanOfTheClass() {
        open();
        order(ImageOrder.FARTHEST);
        robot.clickOn("#images");
        robot.type(KeyCode.HOME);
        assertThat(text("#image-figures")).contains("distance from class mean");
        takePictures("data-farthest");
    }

    @Test
    void goesToTheNumberThatIsTyped() {
        open();
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.write("#123").type(KeyCode.ENTER);
        assertThat(text("#image-number")).isEqualTo("Train #123 · label 3");
        robot.type(KeyCode.ENTER);
        assertThat(text("#image-number")).isEqualTo("Test #123 · label 3");
        robot.interact(() -> this.<TextField>lookup("#image-search").setText("77777"));
        robot.type(KeyCode.ENTER);
        assertThat(text("#image-search-problem")).isEqualTo("None of the images shown has the number 77777.");
        robot.type(KeyCode.ESCAPE);
        assertThat(scene.lookup("#images").isFocused()).isTrue();
    }

    @Test
    void enlargesTheChosenImageAndWalksOn() {
        open();
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.type(KeyCode.HOME, KeyCode.ENTER, KeyCode.RIGHT);
        assertThat(text("#image-number")).isEqualTo("Train #1 · label 1");
        assertThat(scene.lookup("#images")).isNull();
        takePictures("data-enlarged");
        robot.type(KeyCode.ESCAPE);
        assertThat(this.<ImageGrid>lookup("#images").selected().get()).isEqualTo(1);
        assertThat(scene.lookup("#images").isFocused()).isTrue();
    }

    @Test
    void showsEachStatisticAndTheDifferenceOfTwoClasses() {
        open();
        for (var view : new String[]{"mean", "entropy", "maximum", "difference"}) {
            robot.clickOn("#statistics-" + view);
            takePictures("data-statistics-" + view);
        }
        robot.interact(() -> scene.lookup("#statistics-table").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(text("#statistics-reading")).startsWith("pixel (15, 14) of “4”: mean ");
    }

    @Test
    void offersAnswersOnceAModelWasMeasured() {
        open();
        assertThat(menuItem(1).isDisable()).isTrue();
        FxStage.doFx(() -> session.evaluation().set(oneThatSaysOne()));
        assertThat(menuItem(1).isDisable()).isFalse();
        FxStage.doFx(() -> ((Menu) menuItem(2)).getItems().get(2).fire());
        assertThat(text("#image-count")).isEqualTo("1,080 of 2,400");
        order(ImageOrder.LEAST_SURE);
        takePictures("data-wrong");
    }

    @Test
    void showsTheImagesThatEvaluateAsksFor() {
        open();
        FxStage.doFx(() -> {
            session.evaluation().set(oneThatSaysOne());
            session.askedFor()
                    .set(
                            ImageFilter.NONE.withParts(Set.of(Part.TEST))
                                    .withLabels(Set.of(4))
                                    .withPredictions(Set.of(1)));
        });
        awaitJobs();
        assertThat(text("#image-count")).isEqualTo("120 of 2,400");
        assertThat(this.<Node>lookup("#filter-label-4")).isNotNull();
        takePictures("data-asked-for");
        robot.clickOn("#filter-prediction-1");
        awaitJobs();
        assertThat(text("#image-count")).isEqualTo("120 of 2,400");
        assertThat(session.askedFor().get()).isNull();
    }

    @Test
    void relabelsByTheKeyOfTheClassAndUndoesAndRedoesByKeys() {
        open();
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        robot.write("7");
        assertThat(text("#image-number")).isEqualTo("Train #2 · label 7, was 2");
        assertThat(session.data().get().first().label(2)).isEqualTo(7);
        assertThat(summary()).endsWith(" · 1 label corrected");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(text("#image-number")).isEqualTo("Train #2 · label 2");
        assertThat(session.data().get()).isSameAs(digits);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(text("#image-number")).isEqualTo("Train #2 · label 7, was 2");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(text("#image-number")).isEqualTo("Train #2 · label 2");
    }

    @Test
    void excludesImagesAndShowsThemWhereTheyAreAskedFor() {
        open();
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.type(KeyCode.HOME, KeyCode.RIGHT);
        robot.type(KeyCode.DELETE);
        assertThat(text("#image-number")).isEqualTo("Train #2 · label 2");
        assertThat(text("#image-count")).isEqualTo("2,399 images");
        robot.type(KeyCode.DELETE).type(KeyCode.RIGHT).write("5");
        assertThat(text("#image-number")).isEqualTo("Train #4 · label 5, was 4");
        awaitJobs();
        takePictures("data-corrected");
        robot.type(KeyCode.ENTER);
        takePictures("data-corrected-large");
        robot.type(KeyCode.ESCAPE);
        FxStage.doFx(() -> ((Menu) menuItem(4)).getItems().get(2).fire());
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.type(KeyCode.HOME);
        assertThat(text("#image-count")).isEqualTo("2 of 2,400");
        assertThat(text("#image-number")).isEqualTo("Train #1 · label 1 · excluded");
        awaitJobs();
        takePictures("data-excluded");
        robot.clickOn("#correction-exclude");
        assertThat(text("#image-count")).isEqualTo("1 of 2,400");
        robot.clickOn("#correction-undo");
        assertThat(text("#image-count")).isEqualTo("2 of 2,400");
    }

    @Test
    void staysUsableWhenAllImagesAreExcluded() {
        digits = SampleDigits.parted("Sample", 1).readFrom(Optional.of(folder.resolve("few.npz")));
        open();
        int images = digits.size();
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.type(KeyCode.HOME);
        for (int i = 0; i < images; i++) {
            robot.type(KeyCode.DELETE);
        }
        awaitJobs();
        assertThat(text("#image-count")).isEqualTo("0 images");
        takePictures("data-all-excluded");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(text("#image-count")).isEqualTo("1 images");
        assertThat(session.problem().get()).isNull();
    }

    @Test
    void excludesTheChosenImageFromItsMenu() {
        open();
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.type(KeyCode.HOME, KeyCode.ENTER);
        robot.rightClickOn(robot.point("#image-large").atPosition(Pos.TOP_LEFT).atOffset(20, 20));
        FxStage.settle();
        robot.clickOn("Exclude");
        assertThat(session.data().get().excludedCount()).isOne();
    }

    @Test
    void trainsAndMeasuresWithTheCorrectedSet() {
        open();
        var before = session.data().get().first().provenance().sha256();
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.type(KeyCode.HOME).write("7");
        assertThat(session.data().get().first().provenance().sha256()).isNotEqualTo(before);
        assertThat(session.data().get().first().original().provenance().sha256()).isEqualTo(before);
    }

    private String summary() {
        return text("#summary-parts");
    }

    private MenuItem menuItem(int index) {
        return this.<MenuButton>lookup("#filter-menu").getItems().get(index);
    }

    private Evaluation oneThatSaysOne() {
        var test = digits.part(Part.TEST).orElseThrow();
        var rows = new float[test.size()][10];
        for (int i = 0; i < rows.length; i++) {
            rows[i][1] = 0.51f + 0.49f * i / rows.length;
            rows[i][0] = 1 - rows[i][1];
        }
        return Evaluation.of("ones", test, rows);
    }

    private void open() {
        FxStage.doFx(() -> session.data().set(digits));
        awaitJobs();
    }

    private void order(ImageOrder order) {
        FxStage.doFx(() -> this.<ComboBox<ImageOrder>>lookup("#image-order").setValue(order));
        awaitJobs();
    }

    private void awaitJobs() {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> FxStage.onFx(() -> session.jobs().isEmpty()));
        } catch (TimeoutException failure) {
            throw new AssertionError("Work goes on", failure);
        }
        FxStage.settle();
    }

    private void takePictures(String name) {
        Pictures.take(scene, name + "-light");
        FxStage.dark(session.theme(), true);
        Pictures.take(scene, name + "-dark");
        FxStage.dark(session.theme(), false);
    }

    private String text(String id) {
        return this.<Label>lookup(id).getText();
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) scene.lookup(id);
    }
}
