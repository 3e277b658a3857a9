package inkbench.desktop.draw.pad;

/** What a pointer does on the pad. */
public enum Tool {
    /** Writes. */
    PEN,
    /** Takes away whole strokes that it touches. */
    ERASER
}
