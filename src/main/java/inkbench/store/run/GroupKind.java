package inkbench.store.run;

import java.util.Locale;

/** Why runs belong together. */
public enum GroupKind {
    /** Each validates with another part of the data. */
    FOLDS,
    /** Each has another seed and everything else in common. */
    SEEDS;

    /** The word for it in the file and in documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
