package inkbench.desktop;

import java.time.Duration;

import inkbench.training.TrainingRun;

/** A stretch of a run from the end of one batch to the end of another, measured from outside. */
final class Stretch {
    private static final double WARM_UP_SHARE = 0.5;
    private static final Duration GLANCE = Duration.ofMillis(1);
    private static final double NANOS_PER_SECOND = 1e9;

    private Stretch() {}

    /** Measures about so many seconds, after half as many to warm up, and stops the run. All its batches must be full. */
    static Measured measure(TrainingRun run, double seconds) throws InterruptedException {
        sleep(WARM_UP_SHARE * seconds);
        var from = nextBatch(run);
        var before = ProcessorTime.now();
        sleep(seconds);
        var to = nextBatch(run);
        double elapsed = (to.nanos() - from.nanos()) / NANOS_PER_SECOND;
        var processor = ProcessorTime.now().since(before, elapsed);
        run.stop();
        double samples = (to.iteration() - from.iteration()) * (double) run.settings().batchSize();
        return new Measured(samples / elapsed, run.result().join().samplesPerSecond(), processor);
    }

    private static void sleep(double seconds) throws InterruptedException {
        Thread.sleep(Duration.ofNanos((long) (seconds * NANOS_PER_SECOND)));
    }

    /** Waits for the batch at hand, by the weights that the run then publishes. */
    private static Moment nextBatch(TrainingRun run) throws InterruptedException {
        long before = iteration(run);
        while (true) {
            Thread.sleep(GLANCE);
            long now = iteration(run);
            if (now > before) {
                return new Moment(System.nanoTime(), now);
            }
        }
    }

    private static long iteration(TrainingRun run) {
        return run.latestWeights().map(weights -> weights.iteration()).orElse(0L);
    }

    private record Moment(long nanos, long iteration) {}
}
