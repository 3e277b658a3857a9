package inkbench.desktop.data.findings;

/** What of the open set is looked at. */
public enum DataView {
    /** All images. */
    IMAGES,
    /** Those that are the same. */
    DUPLICATES,
    /** Those that are unusually far from their class. */
    OUTLIERS
}
