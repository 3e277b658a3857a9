package inkbench.training;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.generator.BuiltInSet;
import inkbench.training.event.TrainingEvent;
import inkbench.training.recipe.Preset;

/**
 * How long it takes from asking a run to wait, or to end, until it does: at random moments of learning and validating, with
 * checkpoints as the app makes them. Prints milliseconds.
 */
public final class ControlLatency {
    private static final int DEFAULT_TIMES = 200;
    private static final int COPIES = 6;
    private static final int MORE_EPOCHS_THAN_TIME = 10_000;
    private static final int LONGEST_WAIT_MILLIS = 400;
    private static final Duration CHECKPOINTS = Duration.ofSeconds(30);
    private static final double NANOS_PER_MILLI = 1e6;

    private final Trainer trainer;
    private final Dataset images;
    private final Preset preset;
    private final SplittableRandom random = new SplittableRandom(1);
    private final BlockingQueue<Long> pauses = new ArrayBlockingQueue<>(1);

    private ControlLatency(Trainer trainer, Dataset images, Preset preset) {
        this.trainer = trainer;
        this.images = images;
        this.preset = preset;
    }

    /** Takes how often to ask for each, or nothing. */
    public static void main(String... arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_TIMES;
        var first = BuiltInSet.load().first();
        // As many as MNIST has.
        var images = first.subset(IntStream.range(0, COPIES * first.size()).map(i -> i % first.size()).toArray());
        System.out.printf("%-6s %-7s %8s %8s %8s %8s  ms%n", "", "", "median", "p95", "p99", "most");
        try (var trainer = new Trainer()) {
            for (var preset : List.of(Preset.mlp(), Preset.cnn(), Preset.best())) {
                var latency = new ControlLatency(trainer, images, preset);
                latency.pauses(Math.max(1, times / 10));
                print(preset, "pause", latency.pauses(times));
                print(preset, "stop", latency.stops(times));
            }
        }
    }

    private double[] pauses(int times) throws Exception {
        var run = start();
        var millis = new double[times];
        for (int i = 0; i < times; i++) {
            waitForAnyMoment();
            long asked = System.nanoTime();
            run.pause();
            millis[i] = (pauses.take() - asked) / NANOS_PER_MILLI;
            run.resume();
        }
        run.cancel();
        run.result().exceptionally(cancelled -> null).join();
        return millis;
    }

    private double[] stops(int times) throws Exception {
        var millis = new double[times];
        for (int i = 0; i < times; i++) {
            var run = start();
            waitForAnyMoment();
            while (run.latestWeights().isEmpty()) {
                Thread.onSpinWait();
            }
            long asked = System.nanoTime();
            run.stop();
            run.result().join();
            millis[i] = (System.nanoTime() - asked) / NANOS_PER_MILLI;
        }
        return millis;
    }

    private TrainingRun start() {
        var settings = preset.settings(MORE_EPOCHS_THAN_TIME, 128, 0.2, 1);
        return trainer.start(settings, images, new Checkpointing(CHECKPOINTS, checkpoint -> {}), event -> {
            if (event instanceof TrainingEvent.Paused) {
                pauses.add(System.nanoTime());
            }
        });
    }

    private void waitForAnyMoment() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1, LONGEST_WAIT_MILLIS));
    }

    private static void print(Preset preset, String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%-6s %-7s %8.1f %8.1f %8.1f %8.1f%n",
                preset.name(),
                what,
                quantile(millis, 0.5),
                quantile(millis, 0.95),
                quantile(millis, 0.99),
                millis[millis.length - 1]);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
