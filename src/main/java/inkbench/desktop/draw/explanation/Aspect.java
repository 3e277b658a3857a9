package inkbench.desktop.draw.explanation;

/** One way to look for why a drawing is read as it is. */
enum Aspect {
    /** Which parts of it speak for and against a digit. */
    PARTS,
    /** Which training images the network finds most alike. */
    NEAREST,
    /** What the layers make of it. */
    LAYERS,
    /** Where it lies among the images of the open set. */
    MAP
}
