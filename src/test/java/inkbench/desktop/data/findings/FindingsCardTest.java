package inkbench.desktop.data.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.DataLibrary;
import inkbench.app.Workbench;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.desktop.data.DataPlace;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** Looks through duplicates and outliers by mouse and keys, and leaves pictures for people to look at. */
class FindingsCardTest {
    private final Workbench workbench = new Workbench();
    private final FxRobot robot = new FxRobot();
    private Session session;
    private Scene scene;

    @BeforeEach
    void show() {
        FxStage.startToolkit();
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
    void listsDuplicatesThoseWithTwoLabelsFirst() {
        open(withDuplicates());
        robot.clickOn("#view-duplicates");
        awaitJobs();
        robot.clickOn("#duplicates");
        robot.type(KeyCode.HOME);
        assertThat(text("#duplicates-labels")).isEqualTo("Label 4, 7");
        takePictures("data-duplicates");

        robot.clickOn("#which-across-parts");
        assertThat(this.<TableView<?>>lookup("#duplicates").getItems()).hasSize(13);
    }

    @Test
    void goesToTheChosenImageAndBackByKeys() {
        open(withDuplicates());
        robot.clickOn("#view-duplicates");
        awaitJobs();
        robot.interact(() -> {
            lookup("#duplicates").requestFocus();
            this.<TableView<?>>lookup("#duplicates").getSelectionModel().select(0);
        });
        robot.type(KeyCode.ENTER);
        assertThat(scene.lookup("#duplicates")).isNull();
        assertThat(text("#image-number")).startsWith("Train #");
        assertThat(this.<ImageGrid>lookup("#images").isFocused()).isTrue();

        robot.clickOn("#view-duplicates").type(KeyCode.ESCAPE);
        assertThat(scene.lookup("#images")).isNotNull();
    }

    @Test
    void listsOutliersBesideTheMeansOfTheirClasses() {
        open(withDuplicates());
        robot.clickOn("#view-outliers");
        awaitJobs();
        robot.clickOn("#outliers");
        robot.type(KeyCode.HOME);
        assertThat(text("#outlier-title")).startsWith("T");
        assertThat(text("#outlier-explanation")).contains("score");
        takePictures("data-outliers");
    }

    @Test
    void correctsTheLabelOfAnOutlierAndGoesOnToTheNext() {
        open(withDuplicates());
        robot.clickOn("#view-outliers");
        awaitJobs();
        robot.interact(() -> {
            lookup("#outliers").requestFocus();
            this.<TableView<?>>lookup("#outliers").getSelectionModel().select(0);
        });
        assertThat(text("#outlier-title")).isEqualTo("Test #3 · label 7");
        robot.write("4");
        awaitJobs();
        assertThat(session.data().get().part(Part.TEST).orElseThrow().label(3)).isEqualTo(4);
        assertThat(text("#outlier-title")).isEqualTo("Train #1170 · label 0");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        awaitJobs();
        assertThat(text("#outlier-title")).isEqualTo("Test #3 · label 7");
    }

    @Test
    void saysThatThereAreNoDuplicates() {
        open(SampleDigits.parted("Sample", 40));
        robot.clickOn("#view-duplicates");
        awaitJobs();
        assertThat(text("#duplicates-none"))
                .isEqualTo("No duplicates: no two of the 800 images of Sample are the same.");
        takePictures("data-duplicates-none");
    }

    @Test
    void comparesWithTheDigitsThatComeWithTheApp() {
        open(SampleDigits.parted("Sample", 40));
        robot.clickOn("#view-duplicates");
        FxStage.doFx(() -> this.<MenuButton>lookup("#compare").getItems().getFirst().fire());
        awaitJobs();
        assertThat(text("#duplicates-none")).startsWith("No image of Sample is in ");
        robot.clickOn("#compare-back");
        assertThat(text("#duplicates-none")).startsWith("No duplicates: ");
    }

    @Test
    void findsWholeSetsInOneAnother() {
        FxStage.doFx(() -> session.watch(workbench.data().open(DataLibrary.BUILTIN), session.data()::set));
        awaitJobs();
        robot.clickOn("#view-duplicates");
        FxStage.doFx(() -> this.<MenuButton>lookup("#compare").getItems().getFirst().fire());
        awaitJobs();
        assertThat(text("#duplicates-summary")).startsWith("12,000 of 12,000 images are in ")
                .endsWith(" as well: 10,000 in Train, 2,000 in Test");
        robot.clickOn("#duplicates").type(KeyCode.HOME);
        takePictures("data-compared");
    }

    /** Digits of which a dozen in the test part are also in the training part, and one is there with another label. */
    private static PartedDataset withDuplicates() {
        var train = SampleDigits.dataset("Sample", 120, 1);
        var test = SampleDigits.dataset("Sample", 120, 2);
        int size = train.imageSize();
        var pixels = new byte[test.size() * size];
        var labels = new byte[test.size()];
        for (int i = 0; i < labels.length; i++) {
            boolean shared = i % 100 == 57;
            (shared ? train : test).copyPixels(i, pixels, i * size);
            labels[i] = (byte) (shared ? train : test).label(i);
        }
        train.copyPixels(14, pixels, 3 * size);
        labels[3] = 7;
        train.copyPixels(14, pixels, 4 * size);
        var parts = new EnumMap<Part, Dataset>(Part.class);
        parts.put(Part.TRAIN, train);
        parts.put(Part.TEST, Dataset.of("Sample", 28, 28, Dataset.DIGITS, pixels, labels, "made for a test"));
        return new PartedDataset("Sample", parts);
    }

    private void open(PartedDataset set) {
        FxStage.doFx(() -> session.data().set(set));
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
