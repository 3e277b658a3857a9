package inkbench.model;

/** The function that a layer applies to each of its sums; softmax is part of the loss and not among these. */
public enum Activation {
    /** The sum itself. */
    IDENTITY,
    /** {@code max(0, x)}. */
    RELU
}
