package inkbench.app.machine;

import java.util.function.LongSupplier;

/** Measures how many samples a second are worked off, once the first of the work has warmed up what it runs on. */
final class SpeedGauge {
    private static final int LEAST_PIECES = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double warmUpSeconds;
    private final double seconds;
    private final LongSupplier nanoClock;
    private boolean measuring;
    private int pieces;
    private long began;
    private long samples;
    private double perSecond = Double.NaN;

    /**
     * Makes a gauge that starts with the end of the first piece of work.
     *
     * @param warmUpSeconds
     *            time that isn't measured, at least three pieces
     * @param seconds
     *            time that is measured after it, at least three pieces
     * @param nanoClock
     *            such as {@link System#nanoTime}
     */
    SpeedGauge(double warmUpSeconds, double seconds, LongSupplier nanoClock) {
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
        this.nanoClock = nanoClock;
    }

    /** Says that a piece of so many samples is done. */
    void add(int done) {
        if (done()) {
            return;
        }
        long now = nanoClock.getAsLong();
        if (pieces == 0 && !measuring) {
            began = now;
        }
        pieces++;
        samples += done;
        double elapsed = (now - began) / NANOS_PER_SECOND;
        if (pieces < LEAST_PIECES || elapsed < (measuring ? seconds : warmUpSeconds)) {
            return;
        }
        if (measuring) {
            perSecond = samples / elapsed;
        } else {
            measuring = true;
            began = now;
            pieces = 0;
            samples = 0;
        }
    }

    /** Whether the measurement is over. */
    boolean done() {
        return !Double.isNaN(perSecond);
    }

    /** What was measured; NaN before. */
    double samplesPerSecond() {
        return perSecond;
    }
}
