package inkbench.desktop.evaluate.failures;

/** Which class an explanation is about. */
enum AskedClass {
    /** Why did it come to this answer? */
    PREDICTION,
    /** Why did it not come to the right one? */
    LABEL
}
