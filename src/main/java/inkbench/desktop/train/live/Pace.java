package inkbench.desktop.train.live;

import java.util.Arrays;
import java.util.Optional;

/** How even the speed of a run has been lately, and what that says of the time that is left. */
final class Pace {
    /** Fewer say nothing: the first batches are slow. */
    private static final int FEWEST = 10;
    private static final int REMEMBERED = 512;
    /** Of the speeds, so that one hiccup doesn't count. */
    private static final double TAIL = 0.05;
    /** Nobody knows yet how long it takes to validate. */
    private static final double FIRST_EPOCH = 1.2;

    private final double[] speeds = new double[REMEMBERED];
    private long count;

    /** Takes note of a speed, above 0. */
    void add(double samplesPerSecond) {
        if (samplesPerSecond > 0 && Double.isFinite(samplesPerSecond)) {
            speeds[(int) (count++ % REMEMBERED)] = samplesPerSecond;
        }
    }

    /**
     * Makes a range of an estimate.
     *
     * @param remainingSeconds
     *            at the newest speed
     * @param firstEpoch
     *            whether no epoch is done yet
     */
    Optional<TimeLeft> left(double remainingSeconds, boolean firstEpoch) {
        if (count < FEWEST || !Double.isFinite(remainingSeconds)) {
            return Optional.empty();
        }
        int known = (int) Math.min(count, REMEMBERED);
        var sorted = Arrays.copyOf(speeds, known);
        Arrays.sort(sorted);
        int tail = (int) (TAIL * known);
        double newest = speeds[(int) ((count - 1) % REMEMBERED)];
        double slow = newest / Math.min(newest, sorted[tail]);
        double fast = newest / Math.max(newest, sorted[known - 1 - tail]);
        return Optional.of(
                new TimeLeft(
                        remainingSeconds * fast,
                        remainingSeconds * slow * (firstEpoch ? FIRST_EPOCH : 1)));
    }
}
