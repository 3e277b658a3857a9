package inkbench.desktop.shell;

import static inkbench.data.format.npz.NpyBytes.npy;
import static inkbench.data.format.npz.NpyBytes.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.data.Polarity;
import inkbench.data.format.DatasetFormat;
import inkbench.data.format.image.TestPictures;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.task.Progress;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/** What the user is told and asked when data is opened, and taking data out again. */
@ExtendWith(ApplicationExtension.class)
class OpeningWindowTest {
    private final Workbench workbench = new Workbench();
    private final Session session = new Session();
    @TempDir
    private Path folder;
    private Stage stage;
    private DesktopWindow window;

    @Start
    void show(Stage shown) {
        stage = shown;
        window = new DesktopWindow(shown, workbench, session, Places.of(workbench, session), Preferences.DEFAULTS,
                preferences -> {});
        shown.setWidth(1280);
        shown.setHeight(800);
        session.theme().choice().set(Theme.Choice.LIGHT);
        session.model().set(SampleModels.untrained("mlp"));
        session.data().set(SampleDigits.parted("digits", 20));
        shown.show();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void opensAFolderOfScansAfterAskingAndInvertsIt(FxRobot robot) throws Exception {
        for (int i = 0; i < 10; i++) {
            write("scans/" + i + "/page.png", TestPictures.bar(40 + i, 90, 255, 0));
        }
        write("scans/read me.txt", new byte[]{'h', 'i'});
        robot.interact(() -> window.viewModel().open(folder.resolve("scans")));
        waitFor(() -> robot.lookup("#fit-why").tryQuery().isPresent());
        pictures(robot.lookup("#fit-why").<Node>query().getScene(), "opening-fit");
        robot.clickOn("Fit the images");

        waitFor(() -> noticed("offer-invert"));
        assertThat(session.data().get().name()).isEqualTo("scans");
        assertThat(session.data().get().width()).isEqualTo(28);
        assertThat(notice(ShellViewModel.NOTES)).contains("One file", "10 pictures of another size than 28×28");
        pictures(stage.getScene(), "opening-notes");

        robot.clickOn("Invert");
        waitFor(() -> noticed("set-changed"));
        assertThat(session.data().get().first().pixel(0, 0, 0)).isZero();
        pictures(stage.getScene(), "opening-inverted");
        robot.clickOn("Undo");
        waitFor(() -> noticed("offer-invert"));
        assertThat(session.data().get().first().pixel(0, 0, 0)).isEqualTo(255);
        robot.clickOn("#notice-close-offer-invert");
        assertThat(session.notices()).isEmpty();
    }

    @Test
    void asksWhichArraysAreMeant(FxRobot robot) throws Exception {
        var images = npy("|u1", false, "(20, 28, 28)", new byte[20 * 784]);
        var labels = new byte[20];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 10);
        }
        write(
                "lab.npz",
                zip(
                        "pen_strokes.npy", images,
                        "scans.npy", images,
                        "digit.npy", npy("|u1", false, "(20,)", labels),
                        "writer.npy", npy("<i4", false, "(20, 1)", new byte[80]),
                        "colours.npy", npy("|u1", false, "(2, 4, 4, 3)", new byte[96]),
                        "notes.npy", npy("|O", false, "(1,)", new byte[4]),
                        "test_scans.npy", npy("|u1", false, "(2, 28, 28)", new byte[2 * 784])));
        robot.interact(() -> window.viewModel().open(folder.resolve("lab.npz")));
        waitFor(() -> robot.lookup("#arrays-images").tryQuery().isPresent());
        var dialog = robot.lookup("#arrays-images").<Node>query().getScene();
        pictures(dialog, "opening-arrays");

        ListView<?> imagesList = robot.lookup("#arrays-images").query();
        robot.interact(() -> imagesList.getSelectionModel().select(5));
        assertThat(imagesList.getSelectionModel().getSelectedIndex()).as("colours can't be chosen").isEqualTo(1);
        robot.interact(imagesList::requestFocus);
        robot.type(KeyCode.DOWN);
        assertThat(imagesList.getSelectionModel().getSelectedIndex()).isEqualTo(2);
        robot.type(KeyCode.DOWN);
        assertThat(imagesList.getSelectionModel().getSelectedIndex()).as("over four that can't be").isEqualTo(7);
        robot.type(KeyCode.UP);
        ListView<?> labelsList = robot.lookup("#arrays-labels").query();
        robot.interact(() -> labelsList.getSelectionModel().select(3));
        robot.clickOn("Open");

        waitFor(() -> "lab".equals(session.data().get().name()));
        var set = session.data().get();
        assertThat(set.parts().keySet()).containsExactly(Part.TRAIN, Part.TEST);
        assertThat(set.first().size()).isEqualTo(20);
        assertThat(set.first().label(13)).isEqualTo(3);
        assertThat(window.viewModel().recent().getFirst()).isEqualTo(folder.resolve("lab.npz"));
    }

    @Test
    void leavesAloneWhatIsNotAnswered(FxRobot robot) throws Exception {
        write("mixed/0/a.png", TestPictures.bar(20, 30, 0, 255));
        write("mixed/1/b.png", TestPictures.bar(30, 20, 0, 255));
        var before = session.data().get();
        robot.interact(() -> window.viewModel().open(folder.resolve("mixed")));
        waitFor(() -> robot.lookup("#fit-why").tryQuery().isPresent());
        robot.clickOn("Don't open");

        assertThat(session.data().get()).isSameAs(before);
        assertThat(session.problem().get()).isNull();
        assertThat(window.viewModel().question().get()).isNull();
    }

    @Test
    void fitsASetToTheModelWhereverThatIsMissed(FxRobot robot) throws Exception {
        var large = workbench.data().read(folder(30, 40), Progress.NONE);
        robot.interact(() -> session.data().set(large));
        assertThat(notice("offer-fit")).contains("30×40", "28×28");
        robot.clickOn("#place-train");
        pictures(stage.getScene(), "opening-fit-train");
        assertThat(robot.lookup("#train-fit").<Node>query().isVisible()).isTrue();
        robot.clickOn("#place-evaluate");
        pictures(stage.getScene(), "opening-fit-evaluate");
        robot.clickOn("#measure-fit");

        waitFor(() -> session.data().get().width() == 28);
        assertThat(robot.lookup("#measure-fit").<Node>query().isVisible()).isFalse();
        robot.clickOn("#place-train");
        assertThat(robot.lookup("#train-fit").<Node>query().isVisible()).isFalse();
    }

    @Test
    void exportsWhatTheFilterShows(FxRobot robot) throws Exception {
        robot.clickOn("#distribution-4");
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        var dialog = robot.lookup("#export-target").<Node>query().getScene();
        TextField target = robot.lookup("#export-target").query();
        robot.interact(() -> target.setText("/home/ada/digits/fours.npz"));
        pictures(dialog, "export");
        robot.interact(() -> {
            robot.lookup("#export-format").<ComboBox<DatasetFormat>>query()
                    .setValue(DatasetFormat.NPZ);
            target.setText(folder.toString());
        });
        write("mine", new byte[]{1});
        robot.clickOn("#export-start");
        waitFor(() -> robot.lookup("#export-problem").<Node>query().isVisible());
        pictures(dialog, "export-problem");
        var fours = folder.resolve("fours.npz");
        robot.interact(() -> target.setText(fours.toString()));
        robot.clickOn("#export-start");

        waitFor(() -> noticed("exported"));
        assertThat(dialog.getWindow().isShowing()).isFalse();
        assertThat(notice("exported")).startsWith("40 images of digits were exported to " + fours);
        pictures(stage.getScene(), "export-done");
        var written = workbench.data().read(fours.toString(), Progress.NONE);
        assertThat(written.size()).isEqualTo(40);
        assertThat(written.first().classesPresent()).containsExactly(4);
        assertThat(Polarity.isDarkOnLight(written.first())).isFalse();
    }

    @Test
    void exportsFromTheMenusToo(FxRobot robot) {
        robot.rightClickOn("#summary").clickOn("Export data set…");
        var dialog = robot.lookup("#export-target").<Node>query().getScene().getWindow();
        assertThat(dialog.isShowing()).isTrue();
        robot.clickOn("Close");
        assertThat(dialog.isShowing()).isFalse();

        robot.clickOn("#data-menu").clickOn("Export…");
        assertThat(robot.lookup("#export-target").<Node>query().getScene().getWindow().isShowing()).isTrue();
        robot.clickOn("Close");
    }

    private String folder(int width, int height) throws IOException {
        for (int i = 0; i < 10; i++) {
            write("sized/" + i + "/a.png", TestPictures.bar(width, height, 0, 255));
        }
        return folder.resolve("sized").toString();
    }

    private void write(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private boolean noticed(String id) {
        return List.copyOf(session.notices()).stream().anyMatch(notice -> notice.id().equals(id));
    }

    private String notice(String id) {
        return session.notices()
                .stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private void pictures(Scene scene, String name) {
        for (var theme : new Theme.Choice[]{Theme.Choice.DARK, Theme.Choice.LIGHT}) {
            WaitForAsyncUtils.asyncFx(() -> session.theme().choice().set(theme));
            WaitForAsyncUtils.waitForFxEvents();
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void waitFor(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
