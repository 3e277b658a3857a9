package inkbench.statistics;

import java.util.Locale;

/** What can be said of one pixel over many images. */
public enum PixelStatistic {
    /** The arithmetic mean, 0…255. */
    MEAN,
    /** The middle value, 0…255; the mean of the middle two where the count is even, as R's {@code median}. */
    MEDIAN,
    /** The sample standard deviation, with n − 1, as R's {@code sd}; at most 127.5·√(n/(n−1)). */
    STANDARD_DEVIATION;

    /** How it is called in files: {@code mean}, {@code median}, {@code standard-deviation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
