package inkbench.desktop.shell;

import java.nio.file.Path;
import java.util.List;

import inkbench.app.DataFolder;
import inkbench.app.Workbench;
import inkbench.desktop.common.Session;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** Inkbench with a window. */
public final class InkbenchApp extends Application {
    private static final String PREFERENCES = "window.properties";

    private final Session session = new Session();
    private Path preferencesFile;
    private Preferences preferences;
    private Workbench workbench;
    private List<Image> icons;
    private DesktopWindow window;
    private boolean ready;

    /**
     * Shows the window and returns when it is closed.
     *
     * @param arguments
     *            a file or folder to open, or nothing for the built-in digits
     */
    public static void open(String... arguments) {
        Application.launch(InkbenchApp.class, arguments);
    }

    /** What the window works on, for tests that look from outside. */
    public Session session() {
        return session;
    }

    /** Whether all places are built, about a second after the window is up; for the FX thread. */
    public boolean ready() {
        return ready;
    }

    /** Opens a data set or a model as if it were dropped into the window. */
    public void open(Path path) {
        window.viewModel().open(path);
    }

    @Override
    public void init() {
        preferencesFile = DataFolder.here().resolve(PREFERENCES);
        preferences = Preferences.read(preferencesFile);
        workbench = new Workbench();
        icons = AppIcon.images();
    }

    @Override
    public void start(Stage stage) {
        window = new DesktopWindow(stage, workbench, session, Places.of(workbench, session), preferences,
                this::remember);
        stage.getIcons().setAll(icons);
        stage.show();
        window.prepare(() -> ready = true);
        window.viewModel().openShippedModel();
        getParameters().getUnnamed()
                .stream()
                .findFirst()
                .map(Path::of)
                .ifPresentOrElse(window.viewModel()::open, window.viewModel()::openBuiltin);
    }

    @Override
    public void stop() {
        // The threads are daemons and the process ends soon, so this last write has to be waited for.
        workbench.files().save(preferencesFile, window.preferences()::toBytes).result().exceptionally(failure -> null)
                .join();
        workbench.close();
    }

    private void remember(Preferences changed) {
        session.watch(workbench.files().save(preferencesFile, changed::toBytes), saved -> {});
    }
}
