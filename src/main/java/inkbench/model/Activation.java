package inkbench.model;

import java.util.Locale;

/** The function that a layer applies to each of its sums; softmax is part of the loss and not among these. */
public enum Activation {
    /** The sum itself. */
    IDENTITY,
    /** {@code max(0, x)}. */
    RELU;

    /** How it is called in model files: {@code identity}, {@code relu}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
