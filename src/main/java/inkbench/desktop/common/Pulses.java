package inkbench.desktop.common;

import java.util.function.LongSupplier;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Hands tasks of any thread to the FX thread, each in a pulse and one at most in each slot of time, so that a fast stream of
 * events costs a bounded share of a processor.
 *
 * <p>Slots of the same length begin at the same moment everywhere, and those of a multiple of it with every so many of them:
 * what changes less often than something else still changes in the same pulse, and the window is painted once for both.
 */
public final class Pulses {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long slotNanos;
    private final LongSupplier nanoClock;
    /** Only touched on the FX thread. */
    private long lastSlot = NEVER;

    /**
     * Makes a gate for tasks.
     *
     * @param slotMillis
     *            the time in which there is one task at most
     */
    public Pulses(int slotMillis) {
        this(slotMillis, System::nanoTime);
    }

    /** A gate by a clock of the caller's choice, which is asked on the FX thread. */
    Pulses(int slotMillis, LongSupplier nanoClock) {
        slotNanos = slotMillis * NANOS_PER_MILLI;
        this.nanoClock = nanoClock;
    }

    /** Runs a task in a pulse to come; any thread may call and none waits. */
    public void run(Runnable task) {
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                long slot = Math.floorDiv(nanoClock.getAsLong(), slotNanos);
                if (slot != lastSlot) {
                    stop();
                    lastSlot = slot;
                    task.run();
                }
            }
        }.start());
    }
}
