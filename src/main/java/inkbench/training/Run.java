package inkbench.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.StratifiedSplit;
import inkbench.model.InitialWeights;
import inkbench.model.Reproducibility;
import inkbench.model.Weights;
import inkbench.model.network.Diagnostics;
import inkbench.model.network.layer.Loss;
import inkbench.task.Team;
import inkbench.text.Messages;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.step.ShardedStep;
import inkbench.training.step.TrainingStep;
import inkbench.training.step.Seeds;
import inkbench.training.step.Shuffle;

/** One run from its first batch to its last, on the trainer's thread. */
final class Run implements TrainingRun {
    // Enough for means and variances to stand still in the fourth digit.
    private static final int SETTLING_BATCHES = 100;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final MathContext READABLE = new MathContext(3);

    private final TrainingSettings settings;
    private final Dataset dataset;
    private final Consumer<TrainingEvent> listener;
    private final CompletableFuture<TrainingResult> result = new CompletableFuture<>();
    private final List<EpochResult> history = new ArrayList<>();
    private final Speedometer speedometer = new Speedometer();
    private final Messages messages = Messages.of(Run.class);
    private volatile boolean stopRequested;
    private volatile boolean weightsRequested;
    private volatile Weights published;

    private TrainingStep step;
    private Dataset training;
    private Dataset validation;
    private long iteration;
    private long samplesLearned;
    private double learningSeconds;
    private double validationSeconds;
    private double learningRate;

    Run(TrainingSettings settings, Dataset dataset, Consumer<TrainingEvent> listener) {
        this.settings = settings;
        this.dataset = dataset;
        this.listener = listener;
    }

    @Override
    public TrainingSettings settings() {
        return settings;
    }

    @Override
    public void stop() {
        stopRequested = true;
    }

    @Override
    public Optional<Weights> latestWeights() {
        weightsRequested = true;
        return Optional.ofNullable(published);
    }

    @Override
    public CompletableFuture<TrainingResult> result() {
        return result;
    }

    /** Does the whole run and completes {@link #result()}. */
    void run(Team team) {
        try {
            requireFit();
            double share = settings.validationFraction();
            long splitSeed = Seeds.of(settings.seed(), Seeds.VALIDATION, 0);
            var shares = StratifiedSplit.split(dataset, splitSeed, 1 - share, share);
            training = shares.getFirst();
            validation = shares.getLast();
            if (training.size() == 0) {
                throw new TrainingException(messages.get("data.all.validation", settings.validationFraction()));
            }
            int largestBatch = Math.min(settings.batchSize(), training.size());
            long weightsSeed = Seeds.of(settings.seed(), Seeds.WEIGHTS, 0);
            published = InitialWeights.of(settings.architecture(), settings.recipe().initialScale(), weightsSeed);
            step = new ShardedStep(settings, published, largestBatch, team);
            try {
                var outcome = train();
                listener.accept(new TrainingEvent.Finished(outcome));
                result.complete(outcome);
            } finally {
                step.close();
            }
        } catch (TrainingException failure) {
            listener.accept(new TrainingEvent.Failed(failure.getMessage()));
            result.completeExceptionally(failure);
        } catch (Throwable failure) {
            // Whatever it was, an Error included, whoever waits for the run must hear of it.
            listener.accept(new TrainingEvent.Failed(messages.get("failure.unexpected", String.valueOf(failure))));
            result.completeExceptionally(failure);
        }
    }

    private void requireFit() throws TrainingException {
        var input = settings.architecture().input();
        int classes = settings.architecture().classCount();
        if (dataset.width() != input.width() || dataset.height() != input.height() || input.channels() != 1) {
            throw new TrainingException(
                    messages.get("data.size", dataset.name(), dataset.width(), dataset.height(), input));
        }
        if (dataset.size() == 0) {
            throw new TrainingException(messages.get("data.empty", dataset.name()));
        }
        if (!dataset.labelled()) {
            throw new TrainingException(messages.get("data.unlabelled", dataset.name()));
        }
        if (dataset.classCount() != classes) {
            throw new TrainingException(messages.get("data.classes", dataset.name(), dataset.classCount(), classes));
        }
    }

    private TrainingResult train() throws TrainingException {
        long started = System.nanoTime();
        listener.accept(
                new TrainingEvent.Started(
                        training.size(),
                        validation.size(),
                        batchesPerEpoch(),
                        settings.epochs()));
        boolean completed = true;
        for (int epoch = 1; completed && epoch <= settings.epochs(); epoch++) {
            completed = trainEpoch(epoch);
        }
        settle();
        var weights = new Weights(iteration, step.weights());
        requireFinite(weights);
        published = weights;
        return new TrainingResult(
                settings,
                weights,
                history,
                !completed,
                secondsSince(started),
                learningSeconds > 0 ? samplesLearned / learningSeconds : 0,
                reproducibility());
    }

    /**
     * While learning, batch normalisation follows the last batches, with dropout and augmentation: too few, and not quite what the
     * network will read. So in the end it is measured over images as they are (Wu and Johnson, "Rethinking 'Batch' in BatchNorm",
     * 2021).
     */
    private void settle() {
        if (!settings.architecture().hasState()) {
            return;
        }
        var order = places(training);
        Shuffle.inPlace(order, new SplittableRandom(Seeds.of(settings.seed(), Seeds.ORDER, 0)));
        int size = Math.min(order.length, step.measureSize());
        int batches = Math.min(SETTLING_BATCHES, order.length / size);
        for (int batch = 0; batch < batches; batch++) {
            step.settle(training, order, batch * size, (batch + 1) * size, batch + 1);
        }
    }

    private static Reproducibility reproducibility() {
        var diagnostics = Diagnostics.read();
        return new Reproducibility(ShardedStep.SHARDS, diagnostics.arithmetic(), diagnostics.processorLevel());
    }

    /** Returns whether the epoch was done to its end. */
    private boolean trainEpoch(int epoch) throws TrainingException {
        long started = System.nanoTime();
        var order = places(training);
        Shuffle.inPlace(order, new SplittableRandom(Seeds.of(settings.seed(), Seeds.ORDER, epoch)));
        var total = Loss.NONE;
        int batch = 0;
        for (int from = 0; from < order.length; from += settings.batchSize()) {
            if (stopRequested) {
                return false;
            }
            int to = (int) Math.min(order.length, (long) from + settings.batchSize());
            batch++;
            var loss = learn(order, from, to);
            requireFinite(loss, epoch, batch);
            total = total.plus(loss);
            if (weightsRequested) {
                weightsRequested = false;
                published = new Weights(iteration, step.weights());
            }
            listener.accept(
                    new TrainingEvent.BatchDone(
                            epoch,
                            batch,
                            iteration,
                            loss.mean(),
                            loss.accuracy(),
                            learningRate,
                            speedometer.samplesPerSecond(),
                            remainingSeconds(epoch, order.length - to)));
        }
        long validationStarted = System.nanoTime();
        var measured = validate();
        if (measured.samples() < validation.size()) {
            return false;
        }
        validationSeconds = secondsSince(validationStarted);
        var epochResult = new EpochResult(
                epoch,
                total.mean(),
                total.accuracy(),
                validation.size() == 0 ? Double.NaN : measured.mean(),
                validation.size() == 0 ? Double.NaN : measured.accuracy(),
                secondsSince(started));
        history.add(epochResult);
        listener.accept(new TrainingEvent.EpochDone(epochResult));
        return true;
    }

    private Loss learn(int[] order, int from, int to) {
        long started = System.nanoTime();
        iteration++;
        long perEpoch = batchesPerEpoch();
        var moment = new Schedule.Moment(iteration, perEpoch, perEpoch * settings.epochs());
        var recipe = settings.recipe();
        learningRate = recipe.optimizer().learningRate() * recipe.schedule().factor(moment);
        var loss = step.learn(training, order, from, to, iteration, learningRate, recipe.leavesImages(moment));
        double seconds = secondsSince(started);
        speedometer.add(to - from, seconds);
        samplesLearned += to - from;
        learningSeconds += seconds;
        return loss;
    }

    private int batchesPerEpoch() {
        return Math.ceilDiv(training.size(), settings.batchSize());
    }

    /** Measures all validation images, or fewer when it is stopped meanwhile. */
    private Loss validate() {
        var total = Loss.NONE;
        var places = places(validation);
        for (int from = 0; from < validation.size() && !stopRequested; from += step.measureSize()) {
            int to = Math.min(validation.size(), from + step.measureSize());
            total = total.plus(step.measure(validation, places, from, to));
        }
        return total;
    }

    private static int[] places(Dataset set) {
        return IntStream.range(0, set.size()).toArray();
    }

    private double remainingSeconds(int epoch, int leftInEpoch) {
        int epochsAfter = settings.epochs() - epoch;
        double samples = leftInEpoch + (double) epochsAfter * training.size();
        return samples / speedometer.samplesPerSecond() + (epochsAfter + 1) * validationEstimate();
    }

    private double validationEstimate() {
        if (validationSeconds > 0) {
            return validationSeconds;
        }
        // Before the first: forward is about a third of a training step.
        return validation.size() / speedometer.samplesPerSecond() / 3;
    }

    private void requireFinite(Loss loss, int epoch, int batch) throws TrainingException {
        if (!Double.isFinite(loss.sum())) {
            throw new TrainingException(
                    messages.get("failure.diverged", epoch, batch, readableRate()));
        }
    }

    /** Catches what the last batch did, whose loss no further batch shows. */
    private void requireFinite(Weights weights) throws TrainingException {
        for (float value : weights.values()) {
            if (!Float.isFinite(value)) {
                throw new TrainingException(
                        messages.get("failure.diverged.end", readableRate()));
            }
        }
    }

    /** Schedules make rates with many digits, of which a reader needs few. */
    private double readableRate() {
        return BigDecimal.valueOf(learningRate).round(READABLE).doubleValue();
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_SECOND;
    }
}
