package inkbench.data;

import java.util.Locale;

/** What a share of a data set is for. */
public enum Part {
    /** To learn from. */
    TRAIN,
    /** To measure with. */
    TEST,
    /** Kept aside until the very end; overlaps neither of the others. */
    HOLDOUT;

    /** How the part is called in commands and files: {@code train}, {@code test}, {@code holdout}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
