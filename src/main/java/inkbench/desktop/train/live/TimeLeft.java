package inkbench.desktop.train.live;

/**
 * Between how many seconds a run still takes.
 *
 * @param from
 *            if it goes on as fast as it has been
 * @param to
 *            if it goes on as slowly
 */
public record TimeLeft(double from, double to) {
    /** Both longer by as much. */
    public TimeLeft plus(double seconds) {
        return new TimeLeft(from + seconds, to + seconds);
    }
}
