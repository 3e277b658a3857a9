package inkbench.desktop;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Session;
import inkbench.desktop.train.live.EarlierRuns;
import inkbench.desktop.train.live.LiveView;
import inkbench.desktop.train.live.RunMonitor;
import inkbench.training.event.TrainingEvent;
import javafx.scene.Scene;

/**
 * What a million batches cost the FX thread: they are handed to the curves of the real view in portions as the window does,
 * five times a second of a network that learns 100 batches in that time. Prints milliseconds a frame, at the beginning and at
 * the end, and the memory that is kept.
 */
public final class MillionBatches {
    private static final int BATCHES = 1_000_000;
    private static final int PORTION = 100;
    private static final int BATCHES_PER_EPOCH = 1000;
    private static final int SHOWN_TENTHS = 10;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private MillionBatches() {}

    /** Takes no arguments. */
    public static void main(String... arguments) throws Exception {
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
        System.setProperty("inkbench.home", Files.createTempDirectory("inkbench-benchmark").toString());
        Locale.setDefault(Locale.ENGLISH);
        var stage = FxToolkit.registerPrimaryStage();
        try (var workbench = new Workbench()) {
            var session = new Session();
            var monitor = new RunMonitor();
            var earlier = new EarlierRuns(workbench.runs()::runs, workbench.runs()::epochs, session);
            var view = new LiveView[1];
            onFx(() -> {
                view[0] = new LiveView(new Exports(workbench.files(), session), earlier);
                stage.setScene(new Scene(view[0], 960, 720));
                stage.show();
                monitor.accept(List.of(new TrainingEvent.Started(128_000, 0, BATCHES_PER_EPOCH, 1000)));
                view[0].show(monitor);
            });
            measure(monitor, view[0]);
        }
        System.exit(0);
    }

    private static void measure(RunMonitor monitor, LiveView view) throws Exception {
        var random = new SplittableRandom(1);
        System.out.printf("%-12s %8s %8s %8s   ms a frame on the FX thread%n", "batches", "median", "p99", "most");
        int frames = BATCHES / PORTION;
        var millis = new double[frames / SHOWN_TENTHS];
        long before = used();
        for (int frame = 0; frame < frames; frame++) {
            var events = portion(frame * PORTION, random);
            int place = frame % millis.length;
            onFx(() -> {
                long started = System.nanoTime();
                monitor.accept(events);
                view.showCurves();
                view.getScene().getRoot().applyCss();
                view.getScene().getRoot().layout();
                millis[place] = (System.nanoTime() - started) / NANOS_PER_MILLI;
            });
            if (place == millis.length - 1) {
                print((frame + 1) * PORTION, millis);
            }
        }
        System.out.printf("kept for all curves: %.1f MB%n", (used() - before) / BYTES_PER_MEGABYTE);
    }

    private static List<TrainingEvent> portion(int done, SplittableRandom random) {
        var events = new ArrayList<TrainingEvent>(PORTION);
        for (int i = 1; i <= PORTION; i++) {
            int iteration = done + i;
            double loss = 0.05 + 2 * Math.exp(-iteration / 20_000.0) + 0.2 * random.nextDouble();
            events.add(
                    new TrainingEvent.BatchDone(
                            (iteration - 1) / BATCHES_PER_EPOCH + 1,
                            (iteration - 1) % BATCHES_PER_EPOCH + 1,
                            iteration,
                            loss,
                            1 - loss / 3,
                            0.001,
                            40_000 + random.nextInt(1000),
                            100));
        }
        return events;
    }

    private static void print(int batches, double[] millis) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%,12d %8.2f %8.2f %8.2f%n",
                batches,
                sorted[sorted.length / 2],
                sorted[(int) (0.99 * sorted.length)],
                sorted[sorted.length - 1]);
    }

    private static void onFx(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get();
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
