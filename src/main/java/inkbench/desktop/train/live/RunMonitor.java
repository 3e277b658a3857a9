package inkbench.desktop.train.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import inkbench.desktop.common.LiveProgress;
import inkbench.desktop.common.chart.Curve;
import inkbench.store.run.BatchBucket;
import inkbench.training.RunControls;
import inkbench.training.event.Confusions;
import inkbench.training.event.EpochResult;
import inkbench.training.event.LayerFigures;
import inkbench.training.event.RateChange;
import inkbench.model.Architecture;
import inkbench.model.Weights;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingEvent.BatchDone;
import inkbench.training.event.TrainingEvent.Started;

/** What the events of one run add up to: curves over epochs and the newest figures. Only for the FX thread. */
public final class RunMonitor {
    /** Over about how many batches the strong line averages at most. */
    private static final double MOST_SMOOTHED_BATCHES = 40;
    /** Over about which share of an epoch it does where epochs are short, so that it doesn't lag behind. */
    private static final double SMOOTHED_SHARE = 0.125;

    private final Curve batchLoss = new Curve();
    private final Curve smoothLoss = new Curve();
    private final Curve validationLoss = new Curve();
    private final Curve batchAccuracy = new Curve();
    private final Curve smoothAccuracy = new Curve();
    private final Curve validationAccuracy = new Curve();
    private final Curve learningRate = new Curve();
    private final Curve speed = new Curve();
    private final List<LayerCurves> layers = new ArrayList<>();
    private final List<ValidatedEpoch> validated = new ArrayList<>();
    private final List<RateChange> rateChanges = new ArrayList<>();
    private final List<EpochResult> history = new ArrayList<>();
    private final Pace pace = new Pace();
    private final GroupMonitor group;
    private List<BatchBucket> earlier = List.of();
    private OptionalLong continuedAt = OptionalLong.empty();
    private RunControls controls;
    private Architecture architecture;
    private Average loss;
    private Average accuracy;
    private Started started;
    private BatchDone newestBatch;

    /** How one layer has learned so far. */
    public record LayerCurves(int layer, Curve gradientNorm, Curve updateRatio) {}

    /** What the validation images were read as after an epoch, from 1. */
    public record ValidatedEpoch(int epoch, Confusions confusions) {}

    /** A run by itself. */
    public RunMonitor() {
        this(null);
    }

    RunMonitor(GroupMonitor group) {
        this.group = group;
    }

    /** The runs that it is one of, if it isn't by itself. */
    public Optional<GroupMonitor> group() {
        return Optional.ofNullable(group);
    }

    /** Says what batches came to before the run was interrupted; to be called before its events come. */
    public void recall(List<BatchBucket> batches) {
        earlier = List.copyOf(batches);
    }

    /** After how many batches the run was gone on with, if it was interrupted. */
    public OptionalLong continuedAt() {
        return continuedAt;
    }

    /** How many batches make an epoch, once that is known. */
    public OptionalLong batchesPerEpoch() {
        return started == null ? OptionalLong.empty() : OptionalLong.of(started.batchesPerEpoch());
    }

    /** Says whose events these are: who can be asked for more. */
    public void follow(RunControls run, Architecture trained) {
        controls = run;
        architecture = trained;
    }

    /** Asks the run how its layers learn from the next batch; once a second is often enough to see. */
    public void askForLayers() {
        if (controls != null) {
            controls.measureLayers();
        }
    }

    /** The weights at the moment, of whatever {@link #architecture()} is; nothing before there are any. */
    public Optional<Weights> latestWeights() {
        return controls == null ? Optional.empty() : controls.latestWeights();
    }

    /** What is trained, once that is known. */
    public Optional<Architecture> architecture() {
        return Optional.ofNullable(architecture);
    }

    /** Takes a few events, in order. */
    public void accept(List<TrainingEvent> events) {
        events.forEach(this::accept);
    }

    private void accept(TrainingEvent event) {
        switch (event) {
            case Started start -> {
                started = start;
                double batches = Math.clamp(start.batchesPerEpoch() * SMOOTHED_SHARE, 2, MOST_SMOOTHED_BATCHES);
                loss = new Average(batches);
                accuracy = new Average(batches);
            }
            case BatchDone batch -> addBatch(batch);
            case TrainingEvent.EpochDone epoch -> {
                addEpoch(epoch.result());
                validated.add(new ValidatedEpoch(epoch.result().epoch(), epoch.validation()));
            }
            case TrainingEvent.Finished finished -> {
                // The curves hold all there is to see.
            }
            case TrainingEvent.Continued continued -> {
                continuedAt = OptionalLong.of(continued.iteration());
                earlier.stream().filter(batch -> batch.lastIteration() <= continued.iteration()).forEach(this::recall);
                continued.history().forEach(this::addEpoch);
                rateChanges.addAll(continued.rateChanges());
            }
            case TrainingEvent.Paused _,TrainingEvent.Resumed _ -> {
                // The curves go on where they are.
            }
            case TrainingEvent.LearningRateChanged changed -> rateChanges.add(changed.change());
            case TrainingEvent.LayersMeasured measured -> addLayers(measured.iteration(), measured.layers());
            case TrainingEvent.Cancelled _ -> {
                // Whoever started the run clears it away.
            }
            case TrainingEvent.Failed failed -> {
                // Whoever started the run tells the user.
            }
        }
    }

    private void addBatch(BatchDone batch) {
        newestBatch = batch;
        double x = epochs(batch.iteration());
        batchLoss.add(x, batch.loss());
        batchAccuracy.add(x, batch.accuracy());
        smoothLoss.add(x, loss.add(batch.loss()));
        smoothAccuracy.add(x, accuracy.add(batch.accuracy()));
        learningRate.add(x, batch.learningRate());
        speed.add(x, batch.samplesPerSecond());
        pace.add(batch.samplesPerSecond());
    }

    private void recall(BatchBucket batches) {
        double x = epochs(batches.lastIteration());
        var losses = batches.loss();
        var accuracies = batches.accuracy();
        batchLoss.add(x, losses.min(), losses.mean(), losses.max());
        batchAccuracy.add(x, accuracies.min(), accuracies.mean(), accuracies.max());
        smoothLoss.add(x, loss.add(losses.mean()));
        smoothAccuracy.add(x, accuracy.add(accuracies.mean()));
        learningRate.add(x, batches.learningRate());
        speed.add(x, batches.imagesPerSecond());
    }

    private void addLayers(long iteration, List<LayerFigures> measured) {
        for (int i = 0; i < measured.size(); i++) {
            if (i == layers.size()) {
                layers.add(new LayerCurves(measured.get(i).layer(), new Curve(), new Curve()));
            }
            layers.get(i).gradientNorm.add(epochs(iteration), measured.get(i).gradientNorm());
            layers.get(i).updateRatio.add(epochs(iteration), measured.get(i).updateRatio());
        }
    }

    /** Where a batch is on the horizontal axis. */
    double epochs(long iteration) {
        return iteration / (double) started.batchesPerEpoch();
    }

    private void addEpoch(EpochResult result) {
        history.add(result);
        validationLoss.add(result.epoch(), result.validationLoss());
        validationAccuracy.add(result.epoch(), result.validationAccuracy());
        if (group != null) {
            group.epochValidated();
        }
    }

    /** The epochs that are done, in order. */
    List<EpochResult> history() {
        return history;
    }

    public Curve batchLoss() {
        return batchLoss;
    }

    public Curve smoothLoss() {
        return smoothLoss;
    }

    public Curve validationLoss() {
        return validationLoss;
    }

    public Curve batchAccuracy() {
        return batchAccuracy;
    }

    public Curve smoothAccuracy() {
        return smoothAccuracy;
    }

    public Curve validationAccuracy() {
        return validationAccuracy;
    }

    /** Step size of every update. */
    public Curve learningRate() {
        return learningRate;
    }

    /** Training images learned from per second. */
    public Curve speed() {
        return speed;
    }

    /** Those layers that learn, in order; none before they were measured. */
    public List<LayerCurves> layers() {
        return List.copyOf(layers);
    }

    /** Epochs that were validated while somebody watched, in order. */
    public List<ValidatedEpoch> validated() {
        return Collections.unmodifiableList(validated);
    }

    /** Learning rates that somebody set, in order. */
    public List<RateChange> rateChanges() {
        return List.copyOf(rateChanges);
    }

    /** The newest epoch that was validated, if there is one. */
    public Optional<EpochResult> newestEpoch() {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    }

    /** How long the run still takes; nothing before that can be said. */
    public Optional<TimeLeft> timeLeft() {
        return newestBatch == null
                ? Optional.empty()
                : pace.left(newestBatch.remainingSeconds(), history.isEmpty());
    }

    /** How far the run is; nothing before the first batch. */
    public Optional<LiveProgress> progress() {
        return Optional.ofNullable(newestBatch)
                .map(
                        batch -> new LiveProgress(
                                batch.epoch(),
                                started.epochs(),
                                Math.min(
                                        1,
                                        batch.iteration() / ((double) started.batchesPerEpoch() * started.epochs())),
                                loss.value(),
                                accuracy.value(),
                                batch.samplesPerSecond(),
                                batch.remainingSeconds()));
    }

    /**
     * An exponential moving average without the pull of the value it starts from: the bias correction of Kingma and Ba
     * (2015), section 3.
     */
    private static final class Average {
        private final double kept;
        private double sum;
        private double weight;

        Average(double batches) {
            kept = 1 - 1 / batches;
        }

        double add(double value) {
            sum = kept * sum + (1 - kept) * value;
            weight = kept * weight + (1 - kept);
            return value();
        }

        double value() {
            return sum / weight;
        }
    }
}
