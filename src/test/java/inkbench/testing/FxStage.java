package inkbench.testing;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import inkbench.desktop.common.Theme;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A window without a screen, with the app's styles. */
public final class FxStage {
    private FxStage() {}

    /** Starts the toolkit, once for all tests. */
    public static void startToolkit() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException failure) {
            throw new AssertionError("JavaFX did not start", failure);
        }
    }

    /** Shows a node that is made on the FX thread. */
    public static Scene show(Supplier<Parent> root, double width, double height) {
        startToolkit();
        return onFx(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            var stage = new Stage();
            var scene = new Scene(root.get(), width, height);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(Theme.class.getResource("inkbench.css")).toExternalForm());
            stage.setScene(scene);
            stage.show();
            return scene;
        });
    }

    /** Makes everything that is shown dark or light. */
    public static void dark(Theme theme, boolean dark) {
        onFx(() -> {
            theme.choice().set(dark ? Theme.Choice.DARK : Theme.Choice.LIGHT);
            var style = dark ? new PrimerDark() : new PrimerLight();
            Application.setUserAgentStylesheet(style.getUserAgentStylesheet());
            return null;
        });
        settle();
    }

    /** Runs something on the FX thread and waits for it. */
    public static <T> T onFx(Callable<T> work) {
        try {
            return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("On the FX thread", failure);
        }
    }

    /** Runs something on the FX thread, waits for it and for what follows from it. */
    public static void doFx(Runnable work) {
        onFx(() -> {
            work.run();
            return null;
        });
        settle();
    }

    /** Waits until the FX thread has nothing left to do. */
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
