package inkbench.data.format.source;

/** What a data set may be at most, whatever its format. */
public final class Limits {
    /** Digits, capital and small letters: the largest set of the family (EMNIST by class). */
    public static final int MOST_CLASSES = 62;
    /** No digit needs more pixels than this in height or width, and statistics keep 1 KB per pixel and class. */
    public static final int LARGEST_SIDE = 256;

    private Limits() {}
}
