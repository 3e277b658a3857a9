package inkbench.desktop.common;

import java.util.concurrent.Executor;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Hands tasks of any thread to the FX thread, each in a pulse and none sooner than a given time after the one before, so
 * that a fast stream of events costs a bounded share of a processor.
 */
public final class Pulses implements Executor {
    private final long gapNanos;
    /** Only touched on the FX thread. */
    private long lastRun;

    /**
     * Makes an executor.
     *
     * @param gapMillis
     *            smallest time between two tasks
     */
    public Pulses(int gapMillis) {
        gapNanos = gapMillis * 1_000_000L;
        lastRun = System.nanoTime() - gapNanos;
    }

    @Override
    public void execute(Runnable task) {
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (System.nanoTime() - lastRun >= gapNanos) {
                    stop();
                    lastRun = System.nanoTime();
                    task.run();
                }
            }
        }.start());
    }
}
