package inkbench.evaluation.comparison;

/** What becomes of an image when another model reads it. */
public enum Change {
    /** Both models read it right. */
    BOTH_RIGHT,
    /** The first model was wrong, the second is right. */
    FIXED,
    /** The first model was right, the second is wrong. */
    BROKEN,
    /** Both are wrong, in the same way or not. */
    BOTH_WRONG;

    static Change of(boolean firstRight, boolean secondRight) {
        if (firstRight) {
            return secondRight ? BOTH_RIGHT : BROKEN;
        }
        return secondRight ? FIXED : BOTH_WRONG;
    }
}
