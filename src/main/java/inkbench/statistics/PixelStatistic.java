package inkbench.statistics;

/** What can be said of one pixel over many images. */
public enum PixelStatistic {
    /** The arithmetic mean. */
    MEAN,
    /** The middle value; the mean of the middle two where the count is even, as R's {@code median}. */
    MEDIAN,
    /** The sample standard deviation, with n − 1, as R's {@code sd}. */
    STANDARD_DEVIATION
}
