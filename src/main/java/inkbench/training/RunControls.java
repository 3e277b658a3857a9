package inkbench.training;

import java.util.Optional;

import inkbench.model.Weights;
import inkbench.training.event.TrainingEvent;

/** What can be done to a run that is under way, or to several that are one to whoever watches. Any thread may call. */
public interface RunControls {
    /** Waits after the batch at hand until it is told to go on or to end. Changes nothing in what is learned. */
    void pause();

    /** Goes on after a pause. */
    void resume();

    /** Goes on for one batch, then waits again. */
    void resumeForBatch();

    /** Goes on to the end of the epoch, then waits again. */
    void resumeForEpoch();

    /**
     * Sets the learning rate of all batches from the next on, in place of the optimizer's. What the schedule multiplies it with goes
     * on as before.
     *
     * @param rate
     *            above 0
     */
    void changeLearningRate(double rate);

    /** Asks for a {@link TrainingEvent.LayersMeasured} of the next batch. */
    void measureLayers();

    /** Ends after the batch at hand and drops everything. */
    void cancel();

    /** Ends after the batch at hand and keeps what was learned. */
    void stop();

    /**
     * The newest weights that were published, and a request to publish newer ones after the batch at hand. Does not wait:
     * there are none until the run has made its first.
     */
    Optional<Weights> latestWeights();
}
