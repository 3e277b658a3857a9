package inkbench.data;

/** What a user can say about data that can't be opened otherwise. */
public enum Remedy {
    /** Which arrays are the images and which are their labels. */
    CHOOSE_ARRAYS,
    /** That images of different or too large sizes are to be fitted to one. */
    FIT_IMAGES
}
