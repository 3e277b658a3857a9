package inkbench.desktop;

import java.util.concurrent.CompletableFuture;

/**
 * A stretch of a run between two batches, some seconds apart, once the run is warm. One thread tells it of batches, another
 * waits for what was measured.
 */
final class Stretch {
    private static final double WARM_UP_SHARE = 0.5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double seconds;
    private final CompletableFuture<Ended> end = new CompletableFuture<>();
    private long first;
    private long began;
    private long samplesBefore;
    private ProcessorTime processorBefore;

    /** The samples learned from and the processors' time, both per second. */
    record Ended(double samplesPerSecond, ProcessorTime processor) {}

    /** Measures so many seconds, after half as many to warm up. */
    Stretch(double seconds) {
        this.seconds = seconds;
    }

    /** Says that so many samples of the run have been learned from by now. */
    void reached(long samples) {
        long now = System.nanoTime();
        if (first == 0) {
            first = now;
        } else if (processorBefore == null && now - first > WARM_UP_SHARE * seconds * NANOS_PER_SECOND) {
            began = now;
            samplesBefore = samples;
            processorBefore = ProcessorTime.now();
        } else if (processorBefore != null && now - began > seconds * NANOS_PER_SECOND && !end.isDone()) {
            double elapsed = (now - began) / NANOS_PER_SECOND;
            end.complete(
                    new Ended((samples - samplesBefore) / elapsed,
                            ProcessorTime.now().since(processorBefore, elapsed)));
        }
    }

    /** Completes when the stretch is over. */
    CompletableFuture<Ended> end() {
        return end;
    }
}
