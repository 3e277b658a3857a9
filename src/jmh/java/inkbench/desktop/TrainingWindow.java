package inkbench.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.shell.InkbenchApp;
import inkbench.training.TrainingRun;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/** The app in its window, at the place where networks are trained. */
final class TrainingWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final int MORE_EPOCHS_THAN_TIME = 10_000;

    private final InkbenchApp app;
    private final Stage stage;
    private final Session session;

    private TrainingWindow(InkbenchApp app, Stage stage) {
        this.app = app;
        this.stage = stage;
        session = app.session();
    }

    static TrainingWindow open(PartedDataset data) throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        var window = new TrainingWindow((InkbenchApp) FxToolkit.setupApplication(InkbenchApp.class), stage);
        window.onFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
            return null;
        });
        window.await(() -> window.app.ready() && window.session.data().get() != null
                && window.session.jobs().isEmpty());
        window.onFx(() -> {
            window.session.data().set(data);
            window.session.place().set("train");
            return null;
        });
        return window;
    }

    void show() throws Exception {
        onFx(() -> {
            stage.show();
            return null;
        });
    }

    void hide() throws Exception {
        onFx(() -> {
            stage.hide();
            return null;
        });
    }

    /** Goes to a place of the window. */
    void place(String id) throws Exception {
        onFx(() -> {
            session.place().set(id);
            return null;
        });
    }

    /**
     * Starts a run as a user does, by the place's button.
     *
     * @param network
     *            its place in the choice, from 0
     */
    TrainingRun start(int network) throws Exception {
        await(() -> session.jobs().isEmpty());
        return onFx(() -> {
            choices().get(network).fire();
            this.<TextField>lookup("#settings-epochs").setText(Integer.toString(MORE_EPOCHS_THAN_TIME));
            this.<Button>lookup("#train-start").fire();
            return session.liveRun().get().atHand().get().orElseThrow();
        });
    }

    /** Waits until the run that ended is evaluated and the window at rest. */
    void awaitRest() throws Exception {
        await(() -> session.liveRun().get() == null && session.jobs().isEmpty());
    }

    private List<ToggleButton> choices() {
        var found = new ArrayList<ToggleButton>();
        for (var node : lookup("#network").lookupAll(".toggle-button")) {
            found.add((ToggleButton) node);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    <N extends Node> N lookup(String id) {
        return (N) stage.getScene().lookup(id);
    }

    <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
    }

    @Override
    public void close() {
        try {
            FxToolkit.cleanupApplication(app);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The app does not end", e);
        } finally {
            Platform.exit();
        }
    }
}
