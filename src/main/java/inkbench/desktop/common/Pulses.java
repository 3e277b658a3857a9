package inkbench.desktop.common;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Hands tasks of any thread to the FX thread, each in a pulse and none sooner than a given time after the one before, so
 * that a fast stream of events costs a bounded share of a processor.
 */
public final class Pulses {
    private final long gapNanos;
    /** Only touched on the FX thread. */
    private long lastRun;

    /**
     * Makes a gate for tasks.
     *
     * @param gapMillis
     *            smallest time between two tasks
     */
    public Pulses(int gapMillis) {
        gapNanos = gapMillis * 1_000_000L;
        lastRun = System.nanoTime() - gapNanos;
    }

    /** Runs a task in a pulse to come; any thread may call and none waits. */
    public void run(Runnable task) {
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
