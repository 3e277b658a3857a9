package inkbench.desktop.common.image;

/** What tells an image from the others in a grid. */
public enum ImageMark {
    /** Nothing. */
    NONE,
    /** A corner: something about it was changed. */
    CORNER,
    /** Greyed and crossed out: it doesn't count. */
    CROSSED
}
