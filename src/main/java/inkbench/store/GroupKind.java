package inkbench.store;

import java.util.Locale;

/** Why runs belong together. */
public enum GroupKind {
    /** Each validates with another part of the data. */
    FOLDS,
    /** Each has another seed and everything else in common. */
    SEEDS;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
