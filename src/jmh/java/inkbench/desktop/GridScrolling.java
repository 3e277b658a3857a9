package inkbench.desktop;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import atlantafx.base.theme.PrimerLight;
import inkbench.app.Workbench;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.generator.BuiltInSet;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.data.DataPlace;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * How smoothly 70,000 images scroll in the Data place: moves the grid on in every frame and prints how long the FX thread
 * worked for a frame, and how far apart frames were.
 *
 * <p>Draws into memory with JavaFX's software pipeline, which is slower than any other.
 */
public final class GridScrolling {
    private static final double DEFAULT_SECONDS = 8;
    private static final int TRAIN = 60_000;
    private static final int TEST = 10_000;
    private static final double FRAME_MILLIS = 1000 / 60.0;
    private static final double MILLIS = 1e-6;
    private static final int PATIENCE_SECONDS = 120;
    private static final List<Integer> EDGES = List.of(28, 56, 112);

    private GridScrolling() {}

    /** How the grid is moved in each frame. */
    private enum Move {
        /** A few pixels, as a finger on a touch pad. */
        SLOW(12),
        /** A page and more, as the thumb of the scroll bar when it is dragged. */
        FAST(1600);

        private final double units;

        Move(double units) {
            this.units = units;
        }
    }

    /** Takes the seconds of each measurement, or nothing. */
    public static void main(String... arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : DEFAULT_SECONDS;
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
        System.setProperty("inkbench.home", Files.createTempDirectory("inkbench-benchmark").toString());
        Locale.setDefault(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        try (var workbench = new Workbench()) {
            var scene = show(workbench, digits());
            System.out.printf(
                    "%-5s %5s %8s %12s %12s %12s %14s %12s%n",
                    "move",
                    "edge",
                    "frames",
                    "work p50 ms",
                    "work p99 ms",
                    "work max ms",
                    "over 16.7 ms %",
                    "frames/s");
            for (var move : Move.values()) {
                for (int edge : EDGES) {
                    // The first time the JVM is still busy compiling.
                    scroll(scene, move, edge, seconds / 2);
                    print(move, edge, scroll(scene, move, edge, seconds));
                }
            }
        } finally {
            Platform.exit();
        }
    }

    private static Scene show(Workbench workbench, PartedDataset data) throws Exception {
        var session = onFx(Session::new);
        var scene = onFx(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            var view = new DataPlace(workbench, session).view();
            view.getStyleClass().add("place");
            var shown = new Scene(new StackPane(view), 1192, 720);
            shown.getStylesheets().add(Theme.class.getResource("inkbench.css").toExternalForm());
            session.data().set(data);
            var stage = new Stage();
            stage.setScene(shown);
            stage.show();
            return shown;
        });
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(() -> session.jobs().isEmpty()));
        return scene;
    }

    private static PartedDataset digits() throws Exception {
        var set = BuiltInSet.load();
        var parts = new EnumMap<Part, Dataset>(Part.class);
        parts.put(Part.TRAIN, enlarged(set.first(), TRAIN));
        parts.put(Part.TEST, enlarged(set.first(), TEST));
        return new PartedDataset(set.name(), parts);
    }

    private static Dataset enlarged(Dataset few, int count) {
        return few.subset(IntStream.range(0, count).map(i -> i % few.size()).toArray());
    }

    private static Frames scroll(Scene scene, Move move, int edge, double seconds) throws Exception {
        var done = new CountDownLatch(1);
        var frames = new Frames(new ArrayList<>(), new ArrayList<>());
        onFx(() -> {
            ((Slider) scene.lookup("#image-size")).setValue(edge);
            var bar = (ScrollBar) scene.lookup("#images").lookup(".scroll-bar");
            bar.setValue(0);
            new AnimationTimer() {
                private final long end = System.nanoTime() + (long) (seconds / MILLIS * 1000);
                private long last;

                @Override
                public void handle(long now) {
                    long started = System.nanoTime();
                    if (last > 0) {
                        frames.apart().add((started - last) * MILLIS);
                    }
                    last = started;
                    double next = bar.getValue() + move.units;
                    bar.setValue(next > bar.getMax() ? 0 : next);
                    // What is posted now runs when styles, layout and the hand-over to the renderer are done.
                    Platform.runLater(() -> frames.work().add((System.nanoTime() - started) * MILLIS));
                    if (started > end) {
                        stop();
                        Platform.runLater(done::countDown);
                    }
                }
            }.start();
            return null;
        });
        done.await();
        return frames;
    }

    private static void print(Move move, int edge, Frames frames) {
        var work = frames.work().stream().sorted().toList();
        long over = work.stream().filter(millis -> millis > FRAME_MILLIS).count();
        double apart = frames.apart().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(
                "%-5s %5d %8d %12.2f %12.2f %12.2f %14.2f %12.1f%n",
                move.name().toLowerCase(Locale.ROOT),
                edge,
                work.size(),
                work.get(work.size() / 2),
                work.get(work.size() * 99 / 100),
                work.getLast(),
                100.0 * over / work.size(),
                1000 / apart);
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** How long the FX thread worked for each frame, and the time from one to the next, in milliseconds. */
    private record Frames(List<Double> work, List<Double> apart) {}
}
