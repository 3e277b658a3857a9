package inkbench.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.data.PartedDataset;
import inkbench.desktop.common.LiveProgress;
import inkbench.desktop.common.Session;
import inkbench.desktop.shell.InkbenchApp;
import inkbench.training.TrainingSettings;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
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

    /** A run and what it was measured at. */
    record Run(TrainingSettings settings, Measured measured) {}

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

    /**
     * Trains as a user does, by the place's button, and stops once enough was measured.
     *
     * @param network
     *            its place in the choice, from 0
     */
    Run train(int network, double seconds) throws Exception {
        await(() -> session.jobs().isEmpty());
        var stretch = new Stretch(seconds);
        ChangeListener<LiveProgress> listener = (source, before, progress) -> {
            if (progress != null) {
                stretch.reached(samples(progress));
            }
        };
        int runs = onFx(() -> {
            choices().get(network).fire();
            this.<TextField>lookup("#settings-epochs").setText(Integer.toString(MORE_EPOCHS_THAN_TIME));
            session.liveProgress().addListener(listener);
            int before = session.runs().size();
            this.<Button>lookup("#train-start").fire();
            return before;
        });
        var ended = stretch.end().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        onFx(() -> {
            session.liveProgress().removeListener(listener);
            this.<Button>lookup("#train-stop").fire();
            return null;
        });
        await(() -> session.runs().size() > runs && session.jobs().isEmpty());
        var result = onFx(() -> session.runs().getLast().result());
        return new Run(result.settings(),
                new Measured(ended.samplesPerSecond(), result.samplesPerSecond(), ended.processor()));
    }

    /** The progress holds the newest batch at this moment, so that this is exact to a batch. */
    private long samples(LiveProgress progress) {
        var settings = session.liveRun().get().run().settings();
        double images = session.liveRun().get().data().first().size() * (1 - settings.validationFraction());
        return Math.round(progress.fraction() * images * settings.epochs());
    }

    private List<ToggleButton> choices() {
        var found = new ArrayList<ToggleButton>();
        for (var node : lookup("#network").lookupAll(".toggle-button")) {
            found.add((ToggleButton) node);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) stage.getScene().lookup(id);
    }

    private <T> T onFx(Callable<T> work) throws Exception {
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
        }
    }
}
