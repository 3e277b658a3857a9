package inkbench.desktop.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import inkbench.app.Workbench;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.desktop.settings.SettingsDialog;
import inkbench.desktop.shell.opening.OpeningQuestion;
import inkbench.desktop.shell.opening.SetOffers;
import inkbench.text.Messages;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** The window: where it is, what it remembers, and what happens when it is closed. Only for the FX thread. */
final class DesktopWindow {
    private final Messages messages = Messages.of(DesktopWindow.class);
    private final Stage stage;
    private final Session session;
    private final ShellViewModel viewModel;
    private final CatalogViewModel catalog;
    private final Consumer<Preferences> remember;
    private final SettingsDialog settings;
    private final PauseTransition calm = new PauseTransition(Duration.millis(500));
    private final Shell shell;
    private final Workbench workbench;
    private WindowBounds bounds;
    /** Whether the window goes away as soon as the run is ready for it. */
    private boolean closing;

    /**
     * Makes the window, not yet shown.
     *
     * @param remember
     *            takes what is to be remembered, half a second after it last changed
     */
    DesktopWindow(
            Stage stage,
            Workbench workbench,
            Session session,
            List<Place> places,
            Preferences preferences,
            Consumer<Preferences> remember) {
        this.stage = stage;
        this.workbench = workbench;
        this.session = session;
        this.remember = remember;
        session.theme().choice().set(preferences.theme());
        session.theme().intensities().set(preferences.intensities());
        Appearance.follow(session.theme());
        settings = new SettingsDialog(stage, session, workbench::machine, Shell.STYLE_SHEET);
        viewModel = new ShellViewModel(workbench, session);
        viewModel.remember(preferences.recent());
        new SetOffers(workbench.adjustments(), session);
        catalog = new CatalogViewModel(workbench.catalog(), session, viewModel::open);
        catalog.offerAnswered().set(preferences.offerAnswered());
        shell = new Shell(viewModel, catalog, session, places, settings::show);
        var scene = new Scene(shell);
        shell.dress(scene);
        place(preferences);
        stage.setScene(scene);
        stage.setTitle(messages.get("app.name"));
        stage.setMinWidth(WindowBounds.SMALLEST_WIDTH);
        stage.setMinHeight(WindowBounds.SMALLEST_HEIGHT);
        stage.setOnCloseRequest(this::close);
        session.place().set(preferences.place());
        session.theme().choice().subscribe((before, now) -> changed());
        session.theme().intensities().subscribe((before, now) -> changed());
        viewModel.recent().subscribe(this::changed);
        catalog.offerAnswered().subscribe((before, now) -> changed());
        catalog.question().subscribe(question -> {
            if (question != null) {
                TrustQuestion.ask(catalog, question, stage);
            }
        });
        viewModel.question().subscribe(this::ask);
        calm.setOnFinished(event -> remember.accept(preferences()));
    }

    private void ask(OpeningQuestion question) {
        if (question != null) {
            question.ask(stage, viewModel::answer);
        }
    }

    /** Builds what was not looked at yet; to be called once the window is up. */
    void prepare(Runnable whenDone) {
        shell.prepare(() -> {
            catalog.begin();
            whenDone.run();
        });
    }

    CatalogViewModel catalog() {
        return catalog;
    }

    ShellViewModel viewModel() {
        return viewModel;
    }

    /** What is worth remembering now. */
    Preferences preferences() {
        var theme = session.theme();
        return new Preferences(theme.choice().get(), theme.intensities().get(), session.place().get(),
                viewModel.recent(),
                Optional.of(bounds), catalog.offerAnswered().get());
    }

    private void place(Preferences preferences) {
        var screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        var usual = WindowBounds.usual(Screen.getPrimary().getVisualBounds());
        bounds = preferences.bounds().map(known -> known.reachable(screens)).orElse(usual);
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximized());
        stage.xProperty().subscribe((before, now) -> moved());
        stage.yProperty().subscribe((before, now) -> moved());
        stage.widthProperty().subscribe((before, now) -> moved());
        stage.heightProperty().subscribe((before, now) -> moved());
        stage.maximizedProperty().subscribe((before, now) -> moved());
    }

    /** While the window is maximized, the bounds it returns to are kept. */
    private void moved() {
        bounds = stage.isMaximized() || stage.isIconified()
                ? new WindowBounds(bounds.x(), bounds.y(), bounds.width(), bounds.height(), stage.isMaximized())
                : new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }

    private void changed() {
        calm.playFromStart();
    }

    private void close(WindowEvent event) {
        var live = session.liveRun().get();
        if (live == null) {
            return;
        }
        event.consume();
        if (!closing) {
            CloseQuestion.ask(stage, workbench.runs(), live, this::closeAfter);
        }
    }

    /** Closes the window once the run is where the user wants it to be, and not if it can't get there. */
    private void closeAfter(CompletableFuture<?> end) {
        closing = true;
        session.tell(new Notice("closing", messages.get("close.waiting"), null));
        end.whenComplete((nothing, failure) -> Platform.runLater(() -> {
            closing = false;
            session.untell("closing");
            if (failure == null) {
                stage.close();
            } else {
                session.report(failure);
            }
        }));
    }
}
