package inkbench.app.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.generator.BuiltInSet;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;
import inkbench.training.recipe.Preset;
import inkbench.training.Trainer;
import inkbench.training.event.TrainingEvent;
import inkbench.training.recipe.TrainingSettings;

/**
 * Measures how fast networks learn and read on this machine, on the ways that the app itself takes: a run of the trainer,
 * the predictor's batches, and the predictor's answer to one image with the hand-over to its thread and back. The images are
 * those that come with the app.
 */
public final class SpeedTest {
    /** Fewer runs don't make a median that can be trusted. */
    public static final int LEAST_RUNS = 5;

    private static final int BATCH = 128;
    /** Whole batches only. */
    private static final int TRAINING_IMAGES = BuiltInSet.TRAIN_COUNT / BATCH * BATCH;
    /** The predictor's batches of 64 on up to 32 processors, without a remainder on fewer. */
    private static final int INFERENCE_IMAGES = 2_048;
    private static final int SINGLE_WARM_UP = 200;
    private static final int SINGLES = 500;
    private static final int MORE_EPOCHS_THAN_TIME = 1_000_000;
    private static final double WARM_UP_SHARE = 0.5;
    private static final int KINDS = 3;
    private static final long POLL_MILLIS = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Trainer trainer;

    /** A test of this trainer, which should have nothing else to do. */
    public SpeedTest(Trainer trainer) {
        this.trainer = trainer;
    }

    /**
     * Measures on the caller's thread. In each run all networks have their turn, so that what else the machine does for a
     * while hits all of them.
     *
     * @param runs
     *            how often everything is measured; the result has the medians
     * @param seconds
     *            of training and of inference in each run, after half as much to warm up
     * @return the networks' names and speeds, in the order of the presets
     * @throws java.util.concurrent.CancellationException
     *             soon after {@code progress} is cancelled
     */
    public Map<String, NetworkSpeed> run(List<Preset> presets, int runs, double seconds, Progress progress)
            throws IOException {
        var images = BuiltInSet.load().first();
        var measured = new LinkedHashMap<String, List<NetworkSpeed>>();
        var counted = new Steps(progress, (long) runs * presets.size() * KINDS);
        for (int run = 0; run < runs; run++) {
            for (var preset : presets) {
                measured.computeIfAbsent(preset.name(), name -> new ArrayList<>())
                        .add(measure(preset, images, seconds, counted));
            }
        }
        var medians = new LinkedHashMap<String, NetworkSpeed>();
        measured.forEach((name, speeds) -> medians.put(name, NetworkSpeed.median(speeds)));
        return medians;
    }

    private NetworkSpeed measure(Preset preset, Dataset images, double seconds, Steps steps) {
        var trained = train(preset, first(images, TRAINING_IMAGES), seconds, steps.progress());
        steps.next();
        try (var predictor = new Predictor(preset.architecture())) {
            double inference = infer(predictor, trained.weights(), first(images, INFERENCE_IMAGES), seconds, steps);
            steps.next();
            var millis = answerSingly(predictor, trained.weights(), images, steps.progress());
            steps.next();
            return new NetworkSpeed(trained.samplesPerSecond(), inference, quantile(millis, 0.5),
                    quantile(millis, 0.99));
        }
    }

    private Trained train(Preset preset, Dataset images, double seconds, Progress progress) {
        var settings = preset.settings(MORE_EPOCHS_THAN_TIME, BATCH, 0, BuiltInSet.SEED);
        var gauge = new SpeedGauge(WARM_UP_SHARE * seconds, seconds, System::nanoTime);
        var speed = new CompletableFuture<Double>();
        var run = trainer.start(settings, images, event -> {
            if (event instanceof TrainingEvent.BatchDone) {
                gauge.add(BATCH);
                if (gauge.done()) {
                    speed.complete(gauge.samplesPerSecond());
                }
            }
        });
        try {
            run.result().whenComplete((result, failure) -> {
                if (failure != null) {
                    speed.completeExceptionally(failure);
                }
            });
            double samplesPerSecond = await(speed, progress);
            run.stop();
            return new Trained(run.result().join().weights(), samplesPerSecond);
        } finally {
            run.stop();
        }
    }

    private static double await(CompletableFuture<Double> speed, Progress progress) {
        while (true) {
            progress.throwIfCancelled();
            try {
                return speed.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not yet.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static double infer(Predictor predictor, Weights weights, Dataset images, double seconds, Steps steps) {
        var gauge = new SpeedGauge(WARM_UP_SHARE * seconds, seconds, System::nanoTime);
        while (!gauge.done()) {
            steps.progress().throwIfCancelled();
            predictor.predictAll(weights, images, Progress.NONE);
            gauge.add(images.size());
        }
        return gauge.samplesPerSecond();
    }

    /** Milliseconds from asking to the answer, ascending. */
    private static double[] answerSingly(Predictor predictor, Weights weights, Dataset images, Progress progress) {
        var millis = new double[SINGLES];
        for (int i = -SINGLE_WARM_UP; i < SINGLES; i++) {
            progress.throwIfCancelled();
            var pixels = images.image(i + SINGLE_WARM_UP);
            long asked = System.nanoTime();
            predictor.predictNow(weights, pixels);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - asked) / NANOS_PER_MILLI;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    /** The smallest value that so many are not above (the nearest rank). */
    private static double quantile(double[] ascending, double share) {
        return ascending[(int) Math.ceil(share * ascending.length) - 1];
    }

    private static Dataset first(Dataset images, int count) {
        return images.subset(IntStream.range(0, count).toArray());
    }

    private record Trained(Weights weights, double samplesPerSecond) {}

    /** Counts what is done of work in equal steps. */
    private static final class Steps {
        private final Progress progress;
        private final long total;
        private long done;

        Steps(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        Progress progress() {
            return progress;
        }

        void next() {
            progress.report(++done, total);
        }
    }
}
