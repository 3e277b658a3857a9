package inkbench.desktop.evaluate.review;

/** Who has read the images whose labels are reviewed. */
enum ReviewSource {
    /** The models that come with the app. */
    MODELS,
    /** The runs of a cross-validation, each the fold that it did not learn. */
    FOLDS
}
