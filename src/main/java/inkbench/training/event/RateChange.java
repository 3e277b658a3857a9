package inkbench.training.event;

/**
 * A learning rate that was set in the course of a run.
 *
 * @param iteration
 *            the first batch with it, from 1
 * @param learningRate
 *            in place of the optimizer's, above 0; the schedule's factor goes with it as before
 */
public record RateChange(long iteration, double learningRate) {}
