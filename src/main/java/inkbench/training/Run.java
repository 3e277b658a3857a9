package inkbench.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import inkbench.data.Dataset;
import inkbench.data.Images;
import inkbench.model.InitialWeights;
import inkbench.model.Reproducibility;
import inkbench.model.Weights;
import inkbench.model.network.Diagnostics;
import inkbench.model.network.layer.Loss;
import inkbench.task.Team;
import inkbench.text.Messages;
import inkbench.training.event.LayerFigures;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult.Ending;
import inkbench.training.event.TrainingResult;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.step.Seeds;
import inkbench.training.step.ShardedStep;
import inkbench.training.step.TrainingStep;

/** One run from its first batch, or from a checkpoint, to its last, on the trainer's thread. */
final class Run implements TrainingRun {
    // Enough for means and variances to stand still in the fourth digit.
    private static final int SETTLING_BATCHES = 100;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final MathContext READABLE = new MathContext(3);

    private final TrainingSettings settings;
    private final Dataset dataset;
    private final Checkpoint origin;
    private final Checkpointing checkpointing;
    private final Consumer<TrainingEvent> listener;
    private final CompletableFuture<TrainingResult> result = new CompletableFuture<>();
    private final RunControl control = new RunControl();
    private final Speedometer speedometer = new Speedometer();
    private final Messages messages = Messages.of(Run.class);
    private volatile boolean weightsRequested;
    private volatile boolean figuresRequested;
    private volatile Weights published;

    private TrainingStep step;
    private RunImages images;
    private Images training;
    private Dataset validation;
    private RunState state;
    private int[] order;
    private Weights lastGood;
    private long lastCheckpoint;
    private double learningRate;

    /**
     * A run.
     *
     * @param origin
     *            where it goes on from; null to begin
     */
    Run(
            TrainingSettings settings,
            Dataset dataset,
            Checkpoint origin,
            Checkpointing checkpointing,
            Consumer<TrainingEvent> listener) {
        this.settings = settings;
        this.dataset = dataset;
        this.origin = origin;
        this.checkpointing = checkpointing;
        this.listener = listener;
    }

    @Override
    public TrainingSettings settings() {
        return settings;
    }

    @Override
    public void pause() {
        control.pause();
    }

    @Override
    public void resume() {
        control.resume();
    }

    @Override
    public void resumeForBatch() {
        control.resumeForBatch();
    }

    @Override
    public void resumeForEpoch() {
        control.resumeForEpoch();
    }

    @Override
    public void changeLearningRate(double rate) {
        if (!(rate > 0 && rate <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("A learning rate of " + rate);
        }
        control.changeLearningRate(rate);
    }

    @Override
    public void measureLayers() {
        figuresRequested = true;
    }

    @Override
    public void cancel() {
        control.cancel();
    }

    @Override
    public void stop() {
        control.stop();
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
            images = RunImages.divide(dataset, settings);
            training = images.training();
            validation = images.validation();
            int largestBatch = Math.min(settings.batchSize(), training.size());
            published = origin == null
                    ? InitialWeights.of(
                            settings.architecture(),
                            settings.recipe().initialScale(),
                            Seeds.of(settings.seed(), Seeds.WEIGHTS, 0))
                    : origin.weights();
            var classWeights = settings.recipe().classWeighting().weights(images.own());
            step = new ShardedStep(settings, published, largestBatch, classWeights, team);
            try {
                begin();
                var ending = train();
                if (control.order() == RunControl.Order.CANCEL) {
                    listener.accept(new TrainingEvent.Cancelled());
                    result.cancel(false);
                } else {
                    var outcome = outcome(ending);
                    listener.accept(new TrainingEvent.Finished(outcome));
                    result.complete(outcome);
                }
            } finally {
                step.close();
            }
        } catch (TrainingException failure) {
            listener.accept(new TrainingEvent.Failed(failure.getMessage(), failure instanceof DivergedException));
            result.completeExceptionally(failure);
        } catch (Throwable failure) {
            // Whatever it was, an Error included, whoever waits for the run must hear of it.
            listener.accept(
                    new TrainingEvent.Failed(messages.get("failure.unexpected", String.valueOf(failure)), false));
            result.completeExceptionally(failure);
        }
    }

    private void begin() throws TrainingException {
        int batches = Math.ceilDiv(training.size(), settings.batchSize());
        listener.accept(
                new TrainingEvent.Started(training.size(), validation.size(), batches, settings.epochs()));
        if (origin == null) {
            state = RunState.atStart(settings, batches);
        } else {
            try {
                state = RunState.at(origin, batches);
                step.restore(origin.weights().values(), origin.memory());
            } catch (IllegalArgumentException misfit) {
                throw new TrainingException(messages.get("checkpoint.misfit", dataset.name()), misfit);
            }
            lastGood = origin.weights();
            listener.accept(
                    new TrainingEvent.Continued(
                            state.iteration(),
                            state.history(),
                            state.rateChanges()));
        }
        lastCheckpoint = System.nanoTime();
    }

    /** Learns until the end, or until it is told to end. */
    private Ending train() throws DivergedException {
        try {
            var ending = learn();
            requireFinite(new Weights(state.iteration(), step.weights()));
            return ending;
        } catch (DivergedException divergence) {
            if (lastGood == null) {
                throw divergence;
            }
            return new Ending.Diverged(divergence.getMessage());
        }
    }

    private Ending learn() throws DivergedException {
        while (!state.atEnd()) {
            if (!goesOn()) {
                return new Ending.Stopped();
            }
            if (!state.epochLearned()) {
                learnBatch();
                control.batchDone();
            } else if (validateEpoch()) {
                control.epochDone();
                if (settings.earlyStopping().on() && state.patienceLost()) {
                    return new Ending.StoppedEarly(state.best().orElseThrow().epoch());
                }
            }
        }
        return new Ending.Completed();
    }

    /** Waits while it is to, and says whether it then goes on. */
    private boolean goesOn() {
        if (control.waits()) {
            published = new Weights(state.iteration(), step.weights());
            makeCheckpoint(published);
            listener.accept(new TrainingEvent.Paused(state.iteration()));
            control.await();
            if (control.order() == RunControl.Order.GO_ON) {
                listener.accept(new TrainingEvent.Resumed(state.iteration()));
            }
        }
        return control.order() == RunControl.Order.GO_ON;
    }

    private TrainingResult outcome(Ending ending) {
        var kept = ending instanceof Ending.Diverged
                ? Optional.of(lastGood)
                : state.best().map(Checkpoint.Best::weights);
        kept.ifPresent(weights -> step.restore(weights.values()));
        settle();
        published = new Weights(kept.map(Weights::iteration).orElse(state.iteration()), step.weights());
        return new TrainingResult(
                settings,
                published,
                state.history(),
                state.rateChanges(),
                ending,
                state.seconds(),
                state.samplesPerSecond(),
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
        long started = System.nanoTime();
        var places = images.order(0);
        int size = Math.min(places.length, step.measureSize());
        int batches = Math.min(SETTLING_BATCHES, places.length / size);
        for (int batch = 0; batch < batches; batch++) {
            step.settle(training, places, batch * size, (batch + 1) * size, batch + 1);
        }
        state.spend(secondsSince(started));
    }

    private static Reproducibility reproducibility() {
        var diagnostics = Diagnostics.read();
        return new Reproducibility(ShardedStep.SHARDS, diagnostics.arithmetic(), diagnostics.processorLevel());
    }

    private void learnBatch() throws DivergedException {
        long started = System.nanoTime();
        control.takeLearningRate()
                .ifPresent(rate -> listener.accept(new TrainingEvent.LearningRateChanged(state.changeRate(rate))));
        if (state.batch() == 0 || order == null) {
            order = images.order(state.epoch());
        }
        int from = state.batch() * settings.batchSize();
        int to = (int) Math.min(order.length, (long) from + settings.batchSize());
        boolean measuresLayers = figuresRequested;
        figuresRequested = false;
        var before = measuresLayers ? step.weights() : null;
        var loss = learn(from, to);
        if (!Double.isFinite(loss.sum())) {
            throw new DivergedException(
                    messages.get("failure.diverged", state.epoch(), state.batch(), readableRate()));
        }
        if (weightsRequested) {
            weightsRequested = false;
            published = new Weights(state.iteration(), step.weights());
        }
        listener.accept(
                new TrainingEvent.BatchDone(
                        state.epoch(),
                        state.batch(),
                        state.iteration(),
                        loss.mean(),
                        loss.accuracy(),
                        learningRate,
                        speedometer.samplesPerSecond(),
                        speedometer.remainingSeconds(
                                order.length - to,
                                settings.epochs() - state.epoch(),
                                training.size(),
                                validation.size())));
        if (measuresLayers) {
            var layers = LayerFigures.of(settings.architecture(), before, step.weights(), step.gradient());
            listener.accept(new TrainingEvent.LayersMeasured(state.iteration(), layers));
        }
        state.spend(secondsSince(started));
        if (checkpointing.on() && System.nanoTime() - lastCheckpoint >= checkpointing.interval().toNanos()) {
            makeCheckpoint(new Weights(state.iteration(), step.weights()));
        }
    }

    private Loss learn(int from, int to) {
        long started = System.nanoTime();
        learningRate = state.nextLearningRate();
        var asTheyAre = settings.recipe().leavesImages(state.nextMoment());
        var loss = step.learn(training, order, from, to, state.iteration() + 1, learningRate, asTheyAre);
        double seconds = secondsSince(started);
        speedometer.add(to - from, seconds);
        state.batchLearned(loss, seconds);
        return loss;
    }

    /** Returns whether all validation images were read. */
    private boolean validateEpoch() {
        var pass = new ValidationPass(validation);
        boolean complete = pass.measure(step, images.validationPlaces(), this::goesOn);
        state.spend(pass.seconds());
        if (!complete) {
            return false;
        }
        speedometer.validated(pass.seconds());
        var weights = new Weights(state.iteration(), step.weights());
        var epoch = state.epochValidated(pass.loss());
        if (settings.earlyStopping().on() && state.improved()) {
            state.keepBest(weights);
        }
        listener.accept(new TrainingEvent.EpochDone(epoch, pass.confusions()));
        makeCheckpoint(weights);
        return true;
    }

    /** Keeps the weights as good, and hands out a checkpoint; neither if they are good no more. */
    private void makeCheckpoint(Weights weights) {
        if (weights.finite()) {
            lastGood = weights;
            if (checkpointing.on()) {
                checkpointing.taker().accept(state.checkpoint(weights, step.memory()));
            }
        }
        lastCheckpoint = System.nanoTime();
    }

    /** Catches what the last batch did, whose loss no further batch shows. */
    private void requireFinite(Weights weights) throws DivergedException {
        if (!weights.finite()) {
            throw new DivergedException(messages.get("failure.diverged.end", readableRate()));
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
