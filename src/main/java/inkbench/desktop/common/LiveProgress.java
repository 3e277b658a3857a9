package inkbench.desktop.common;

/**
 * How far the live run is.
 *
 * @param epoch
 *            the one under way, from 1
 * @param fraction
 *            of the whole run, 0…1
 * @param loss
 *            smoothed over the last batches
 * @param accuracy
 *            smoothed likewise, 0…1
 * @param remainingSeconds
 *            estimate to the end of the run
 */
public record LiveProgress(int epoch, int epochs, double fraction, double loss, double accuracy,
        double samplesPerSecond, double remainingSeconds) {}
