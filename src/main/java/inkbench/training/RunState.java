package inkbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import inkbench.model.Weights;
import inkbench.model.network.layer.Loss;
import inkbench.training.Checkpoint.Best;
import inkbench.training.Checkpoint.Progress;
import inkbench.training.event.EpochResult;
import inkbench.training.event.RateChange;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.TrainingSettings;

/** How far a run is, what it came to so far, and which learning rate is in force. For the trainer's thread. */
final class RunState {
    private final TrainingSettings settings;
    private final int batchesPerEpoch;
    private final List<EpochResult> history = new ArrayList<>();
    private final List<RateChange> rateChanges = new ArrayList<>();
    private long iteration;
    private Loss epochLoss;
    private double epochSeconds;
    private double seconds;
    private double learningSeconds;
    private long samplesLearned;
    private Best best;

    private RunState(TrainingSettings settings, int batchesPerEpoch, long iteration, Progress progress, Best best) {
        this.settings = settings;
        this.batchesPerEpoch = batchesPerEpoch;
        this.iteration = iteration;
        this.best = best;
        history.addAll(progress.history());
        rateChanges.addAll(progress.rateChanges());
        epochLoss = progress.epochLoss();
        epochSeconds = progress.epochSeconds();
        seconds = progress.seconds();
        learningSeconds = progress.learningSeconds();
        samplesLearned = progress.samplesLearned();
    }

    /** Of a run before its first batch. */
    static RunState atStart(TrainingSettings settings, int batchesPerEpoch) {
        return new RunState(settings, batchesPerEpoch, 0, Progress.NONE, null);
    }

    /**
     * Of a run that goes on from a checkpoint.
     *
     * @throws IllegalArgumentException
     *             if it isn't of a run with so many batches in an epoch
     */
    static RunState at(Checkpoint checkpoint, int batchesPerEpoch) {
        long iteration = checkpoint.weights().iteration();
        int epochs = checkpoint.progress().history().size();
        long inEpoch = iteration - (long) epochs * batchesPerEpoch;
        if (epochs > checkpoint.settings().epochs() || inEpoch < 0 || inEpoch > batchesPerEpoch) {
            throw new IllegalArgumentException("Batch " + iteration + " after " + epochs + " epochs");
        }
        var best = checkpoint.best().orElse(null);
        return new RunState(checkpoint.settings(), batchesPerEpoch, iteration, checkpoint.progress(), best);
    }

    Checkpoint checkpoint(Weights weights, float[] memory) {
        var progress = new Progress(
                epochLoss,
                epochSeconds,
                history,
                rateChanges,
                seconds,
                learningSeconds,
                samplesLearned);
        return new Checkpoint(settings, weights, memory, progress, Optional.ofNullable(best));
    }

    /** Batches done over all epochs. */
    long iteration() {
        return iteration;
    }

    /** The epoch that is under way, from 1. */
    int epoch() {
        return history.size() + 1;
    }

    /** Batches done of that epoch. */
    int batch() {
        return (int) (iteration - (long) history.size() * batchesPerEpoch);
    }

    int batchesPerEpoch() {
        return batchesPerEpoch;
    }

    /** Whether all batches of the epoch are done, so that it is to be validated. */
    boolean epochLearned() {
        return batch() == batchesPerEpoch;
    }

    /** Whether all epochs are done. */
    boolean atEnd() {
        return history.size() == settings.epochs();
    }

    List<EpochResult> history() {
        return history;
    }

    List<RateChange> rateChanges() {
        return rateChanges;
    }

    /** The rate of the next batch and of all after it is another. */
    RateChange changeRate(double rate) {
        var change = new RateChange(iteration + 1, rate);
        rateChanges.add(change);
        return change;
    }

    /** When the batch that comes next is. */
    Schedule.Moment nextMoment() {
        return new Schedule.Moment(iteration + 1, batchesPerEpoch, (long) batchesPerEpoch * settings.epochs());
    }

    /** Step size of the batch that comes next. */
    double nextLearningRate() {
        var optimizer = settings.recipe().optimizer();
        double rate = rateChanges.isEmpty() ? optimizer.learningRate() : rateChanges.getLast().learningRate();
        return rate * settings.recipe().schedule().factor(nextMoment());
    }

    void batchLearned(Loss loss, double batchSeconds) {
        iteration++;
        epochLoss = epochLoss.plus(loss);
        learningSeconds += batchSeconds;
        samplesLearned += loss.samples();
    }

    /** Takes note of time that passed for the epoch, whatever with. */
    void spend(double passed) {
        epochSeconds += passed;
        seconds += passed;
    }

    /** Ends the epoch. */
    EpochResult epochValidated(Loss validation) {
        boolean none = validation.samples() == 0;
        var result = new EpochResult(
                epoch(),
                epochLoss.mean(),
                epochLoss.accuracy(),
                none ? Double.NaN : validation.mean(),
                none ? Double.NaN : validation.accuracy(),
                epochSeconds);
        history.add(result);
        epochLoss = Loss.NONE;
        epochSeconds = 0;
        return result;
    }

    /** Whether the epoch that was just validated is the best so far. */
    boolean improved() {
        return best == null || history.getLast().validationLoss() < best.validationLoss();
    }

    void keepBest(Weights weights) {
        best = new Best(history.size(), history.getLast().validationLoss(), weights);
    }

    /** The best epoch that was kept, if any was. */
    Optional<Best> best() {
        return Optional.ofNullable(best);
    }

    /** Whether early stopping has waited for long enough. */
    boolean patienceLost() {
        return best != null && !atEnd() && history.size() - best.epoch() >= settings.earlyStopping().patience();
    }

    double seconds() {
        return seconds;
    }

    /** Images learned from per second of learning; 0 before the first. */
    double samplesPerSecond() {
        return learningSeconds > 0 ? samplesLearned / learningSeconds : 0;
    }
}
