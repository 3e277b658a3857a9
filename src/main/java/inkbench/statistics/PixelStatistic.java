package inkbench.statistics;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be said of one pixel over many images. */
public enum PixelStatistic {
    /** The arithmetic mean, 0…255. */
    MEAN(255),
    /** The middle value, 0…255; the mean of the middle two where the count is even, as R's {@code median}. */
    MEDIAN(255),
    /** The sample standard deviation, with n − 1, as R's {@code sd}; at most 127.5·√(n/(n−1)). */
    STANDARD_DEVIATION(127.5),
    /** The smallest value, 0…255. */
    MINIMUM(255),
    /** The largest value, 0…255. */
    MAXIMUM(255),
    /**
     * Shannon's entropy of the values, −Σ p log₂ p, in bits: 0 where all images have the same value, 8 where all 256 values
     * are equally frequent.
     */
    ENTROPY(8);

    /** All of them. */
    public static final Set<PixelStatistic> ALL = Collections.unmodifiableSet(EnumSet.allOf(PixelStatistic.class));

    private final double largest;

    PixelStatistic(double largest) {
        this.largest = largest;
    }

    /** The largest value that there can be, in many images; the smallest is 0. */
    public double largest() {
        return largest;
    }

    /** How it is called in files: {@code mean}, {@code median}, {@code standard-deviation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
