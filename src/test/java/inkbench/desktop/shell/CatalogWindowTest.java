package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
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
import inkbench.data.catalog.Catalog;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.runs.RunsPlace;
import inkbench.testing.CatalogServer;
import inkbench.testing.FaultyServer.Fault;
import inkbench.testing.Pictures;
import inkbench.testing.SyntheticData;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/** Fetching data sets in the window, from a server on this machine. */
@ExtendWith(ApplicationExtension.class)
class CatalogWindowTest {
    private final CatalogServer served = new CatalogServer(Duration.ofMinutes(5));
    private final Session session = new Session();
    private final List<Preferences> remembered = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;
    private Workbench workbench;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        // The other sets are only looked at.
        Catalog.shipped()
                .entries()
                .stream()
                .filter(entry -> !List.of("mnist", "usps").contains(entry.name()))
                .forEach(served.entries()::add);
        workbench = new Workbench(served.sets(folder));
        // It is about the bars around the place.
        var places = List.<Place>of(new RunsPlace(workbench, session));
        var window = new DesktopWindow(shown, workbench, session, places, Preferences.DEFAULTS, remembered::add);
        shown.setWidth(1280);
        shown.setHeight(800);
        session.theme().choice().set(Theme.Choice.LIGHT);
        session.data().set(SyntheticData.parted("Synthetic", 600, 100));
        shown.show();
        window.prepare(() -> {});
    }

    @AfterEach
    void close() {
        workbench.close();
        served.close();
    }

    @Test
    void takesTheOfferAndOpensTheSet(FxRobot robot) throws Exception {
        waitFor(() -> robot.lookup("#offer-bar").<Node>query().isVisible());
        pictures("offer");

        robot.clickOn("#offer-take");
        waitFor(() -> "MNIST".equals(session.data().get().name()));

        assertThat(robot.lookup("#offer-bar").<Node>query().isVisible()).isFalse();
        assertThat(session.data().get().size()).isEqualTo(CatalogServer.IMAGES * 3 / 2);
        waitFor(() -> !remembered.isEmpty() && remembered.getLast().offerAnswered());
    }

    @Test
    void fetchesFromTheMenuAfterAskingForTrust(FxRobot robot) throws Exception {
        waitFor(() -> robot.lookup("#offer-bar").<Node>query().isVisible());
        robot.clickOn("#offer-refuse");
        for (var theme : new Theme.Choice[]{Theme.Choice.DARK, Theme.Choice.LIGHT}) {
            // A menu that is open doesn't outlive a change of theme.
            robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
            robot.interact(() -> session.theme().choice().set(theme));
            robot.clickOn("#data-menu").clickOn("#data-fetch");
            WaitForAsyncUtils.waitForFxEvents();
            Pictures.take(
                    robot.lookup("#data-fetch-usps").<Node>query().getScene(),
                    "catalog-menu-" + theme.name().toLowerCase(Locale.ROOT));
        }

        // A click would go over other items on its way, which close this menu.
        robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
        robot.interact(() -> item(robot, "data-fetch-usps").fire());
        waitFor(() -> robot.lookup("#trust-files").tryQuery().isPresent());
        var dialog = robot.lookup("#trust-files").<Node>query().getScene();
        Pictures.take(dialog, "trust-light");
        robot.interact(session.theme()::toggle);
        Pictures.take(dialog, "trust-dark");
        robot.clickOn("Trust and install");

        waitFor(() -> "USPS".equals(session.data().get().name()));
        assertThat(folder.resolve("usps")).isDirectory();
    }

    @Test
    void showsADownloadAndLetsItBeCancelled(FxRobot robot) throws Exception {
        served.damage(
                "mnist",
                "t10k-images-idx3-ubyte.gz",
                CatalogServer.images(CatalogServer.IMAGES / 2, 28, 28),
                Fault.STALL);
        waitFor(() -> robot.lookup("#offer-bar").<Node>query().isVisible());

        robot.clickOn("#offer-take");
        waitFor(() -> robot.lookup(".status-bar .label").queryAllAs(Label.class)
                .stream()
                .anyMatch(label -> label.isVisible() && label.getText().startsWith("Fetching MNIST")));
        pictures("fetching");
        robot.clickOn("Cancel");
        waitFor(() -> session.jobs().isEmpty());

        assertThat(session.problem().get()).isNull();
        assertThat(session.data().get().name()).isEqualTo("Synthetic");
        assertThat(folder.resolve("mnist")).doesNotExist();
    }

    private static MenuItem item(FxRobot robot, String id) {
        var menu = robot.lookup("#data-menu").<DataMenu>query();
        return menu.getItems()
                .stream()
                .filter(item -> item instanceof Menu)
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void pictures(String name) {
        for (var theme : new Theme.Choice[]{Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            WaitForAsyncUtils.asyncFx(() -> session.theme().choice().set(theme));
            WaitForAsyncUtils.waitForFxEvents();
            Pictures.take(stage.getScene(), "catalog-" + name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void waitFor(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
