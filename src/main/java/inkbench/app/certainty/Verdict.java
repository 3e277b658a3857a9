package inkbench.app.certainty;

/** What can honestly be said of a drawing. */
public enum Verdict {
    /** It is the digit. */
    READ,
    /** It may be the digit, or another. */
    UNSURE,
    /** It is unlike all digits that the network has learned. */
    NOT_A_DIGIT
}
