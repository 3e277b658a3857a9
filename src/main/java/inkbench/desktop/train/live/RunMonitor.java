package inkbench.desktop.train.live;

import java.util.List;
import java.util.Optional;

import inkbench.desktop.common.LiveProgress;
import inkbench.desktop.common.chart.Curve;
import inkbench.training.event.EpochResult;
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
    private Average loss;
    private Average accuracy;
    private Started started;
    private BatchDone newestBatch;
    private EpochResult newestEpoch;

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
            case TrainingEvent.EpochDone epoch -> addEpoch(epoch.result());
            case TrainingEvent.Finished finished -> {
                // The curves hold all there is to see.
            }
            case TrainingEvent.Continued _,TrainingEvent.Paused _,TrainingEvent.Resumed _ -> {
                // The curves go on where they are.
            }
            case TrainingEvent.LearningRateChanged _,TrainingEvent.LayersMeasured _ -> {
                // Nothing shows them yet.
            }
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
        double x = batch.iteration() / (double) started.batchesPerEpoch();
        batchLoss.add(x, batch.loss());
        batchAccuracy.add(x, batch.accuracy());
        smoothLoss.add(x, loss.add(batch.loss()));
        smoothAccuracy.add(x, accuracy.add(batch.accuracy()));
    }

    private void addEpoch(EpochResult result) {
        newestEpoch = result;
        validationLoss.add(result.epoch(), result.validationLoss());
        validationAccuracy.add(result.epoch(), result.validationAccuracy());
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

    /** The newest epoch that was validated, if there is one. */
    public Optional<EpochResult> newestEpoch() {
        return Optional.ofNullable(newestEpoch);
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
