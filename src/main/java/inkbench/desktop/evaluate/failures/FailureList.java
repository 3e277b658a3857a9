package inkbench.desktop.evaluate.failures;

/** Which failures are looked at. */
enum FailureList {
    /** Highest loss first. */
    LOSSES,
    /** Wrong answers, most certain first. */
    ERRORS,
    /** Those of one pair of classes. */
    PAIRS
}
