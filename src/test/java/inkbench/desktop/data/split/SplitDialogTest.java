package inkbench.desktop.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.split.SplitPlan.By;
import inkbench.data.Writers;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.DataPlace;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.task.Progress;
import inkbench.testing.SampleDigits;
import inkbench.testing.TestData;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** Cuts a set by mouse and keys, and leaves pictures of the dialog for people to look at. */
class SplitDialogTest {
    private final Workbench workbench = new Workbench();
    private final FxRobot robot = new FxRobot();
    private final PartedDataset whole = new PartedDataset("Sample",
            Map.of(Part.TRAIN, SampleDigits.dataset("Sample", 240, 1)));
    private Session session;
    private Scene scene;
    @TempDir
    private Path folder;

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
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return null;
        });
        workbench.close();
    }

    @Test
    void cutsTheOpenSetAndGoesBack() {
        open(workbench.data().withTestPart(whole, 1));
        robot.clickOn("#split");
        awaitJobs();
        takePictures(dialog(), "split-dialog");
        assertThat(this.<TableView<?>>lookup(dialog(), "#split-sizes").getItems()).hasSize(4);

        robot.clickOn("Split");
        awaitJobs();

        assertThat(session.data().get().parts().keySet()).containsExactly(Part.TRAIN, Part.TEST, Part.HOLDOUT);
        assertThat(text("#split-described")).isEqualTo("60/20/20 % · by class · seed 1");
        takePictures(scene, "split-applied");
        robot.clickOn("#split-undo");
        assertThat(session.data().get().parts()).containsOnlyKeys(Part.TRAIN, Part.TEST);
        assertThat(scene.lookup("#split-undo").isVisible()).isFalse();
    }

    @Test
    void changesTheSharesByFieldsAndByTheBar() {
        open(whole);
        robot.clickOn("#split");
        awaitJobs();
        robot.doubleClickOn(this.<Spinner<?>>lookup(dialog(), "#split-holdout").getEditor());
        robot.write("10").type(KeyCode.ENTER);
        assertThat(this.<Spinner<?>>lookup(dialog(), "#split-train").getValue()).isEqualTo(70);
        robot.drag("#split-handle-train").dropBy(-60, 0);
        awaitJobs();
        int train = (int) this.<Spinner<?>>lookup(dialog(), "#split-train").getValue();
        int test = (int) this.<Spinner<?>>lookup(dialog(), "#split-test").getValue();
        assertThat(train).isLessThan(70);
        assertThat(train + test).isEqualTo(90);
        robot.clickOn("#split-copy");
        assertThat(FxStage.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("part,0,1,2").contains("\nholdout,24,24,");
        robot.type(KeyCode.ESCAPE);
        assertThat(session.data().get()).isSameAs(whole);
    }

    @Test
    void cutsByTheWritersOfAFile() throws IOException {
        var names = IntStream.range(0, 2_500).mapToObj(i -> "w" + i / 40).collect(Collectors.joining("\n"));
        var file = Files.writeString(folder.resolve("writers.csv"), "writer\n" + names);
        open(whole);
        var splits = ask();
        awaitJobs();
        FxStage.doFx(() -> splits.by().set(By.WRITER));
        takePictures(dialog(), "split-writers-wanted");
        FxStage.doFx(() -> splits.chooseFile(file));
        awaitJobs();
        takePictures(dialog(), "split-writers-longer");
        robot.clickOn("#split-first");
        awaitJobs();
        takePictures(dialog(), "split-writers");
        assertThat(this.<Label>lookup(dialog(), "#split-note").getText()).startsWith("Writers: Train 36 ");
        robot.clickOn("Split");
        awaitJobs();
        assertThat(session.data().get().first().writers()).isPresent();
    }

    @Test
    void cutsMnistByItsWriters() throws IOException {
        var mnist = TestData.folder().resolve("mnist");
        open(workbench.data().read(mnist.toString(), Progress.NONE));
        var viewModel = ask();
        FxStage.doFx(() -> {
            viewModel.by().set(By.WRITER);
            viewModel.chooseFile(mnist.resolve("qmnist-train-labels.tsv.gz"));
        });
        awaitJobs();
        takePictures(dialog(), "split-mnist");
        var writers = viewModel.preview().get().writers();
        assertThat(writers.get(Part.TRAIN) + writers.get(Part.HOLDOUT)).isEqualTo(539);
        assertThat(writers).doesNotContainKey(Part.TEST);
        robot.clickOn("Split");
        awaitJobs();
        takePictures(scene, "split-mnist-applied");
    }

    private SplitViewModel ask() {
        return FxStage.onFx(() -> {
            var images = new ImagesViewModel(workbench.browsing(), session);
            var viewModel = new SplitViewModel(workbench.splits(), session, images, new OpenSplit(session));
            new SplitDialog(viewModel, new Exports(workbench.files(), session), scene.getWindow()).show();
            return viewModel;
        });
    }

    @Test
    void keepsTheOwnTestImages() {
        open(SampleDigits.parted("Sample", 120));
        robot.clickOn("#split");
        awaitJobs();
        assertThat(this.<Spinner<?>>lookup(dialog(), "#split-test").isDisabled()).isTrue();
        takePictures(dialog(), "split-own-test");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void leavesWhenAnotherSetIsOpened() {
        open(whole);
        robot.clickOn("#split");
        awaitJobs();
        open(SampleDigits.parted("Other", 20));
        assertThat(Window.getWindows()).hasSize(1);
    }

    @Test
    void showsTheWriterOfAnImageAndOnlyHisImages() {
        var train = whole.first();
        var names = IntStream.range(0, train.size()).mapToObj(i -> "w" + i / 40).toList();
        open(new PartedDataset("Sample", Map.of(Part.TRAIN, train.withWriters(Writers.of(names)))));
        robot.interact(() -> scene.lookup("#images").requestFocus());
        robot.type(KeyCode.HOME);
        robot.clickOn("#image-writer");
        assertThat(text("#image-count")).isEqualTo("40 of 2,400");
        awaitJobs();
        takePictures(scene, "data-writer");
        robot.clickOn("#filter-writer-w0");
        assertThat(text("#image-count")).isEqualTo("2,400 images");
    }

    private void open(PartedDataset set) {
        FxStage.doFx(() -> session.data().set(set));
        awaitJobs();
    }

    private void awaitJobs() {
        FxStage.settle();
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> FxStage.onFx(() -> session.jobs().isEmpty()));
        } catch (TimeoutException failure) {
            throw new AssertionError("Work goes on", failure);
        }
        FxStage.settle();
    }

    private Scene dialog() {
        return FxStage.onFx(() -> Window.getWindows().stream().filter(window -> window != scene.getWindow()).findFirst()
                .orElseThrow().getScene());
    }

    private void takePictures(Scene of, String name) {
        Pictures.take(of, name + "-light");
        FxStage.dark(session.theme(), true);
        Pictures.take(of, name + "-dark");
        FxStage.dark(session.theme(), false);
    }

    private String text(String id) {
        return this.<Label>lookup(scene, id).getText();
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(Scene in, String id) {
        return (N) in.lookup(id);
    }
}
