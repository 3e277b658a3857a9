package inkbench.data.catalog;

/** What the files of a data set hold. */
public enum SetFormat {
    /** IDX files of images and labels, as MNIST has them. */
    IDX("idx"),
    /** IDX files of images, and labels in eight columns of numbers. */
    QMNIST("qmnist"),
    /** A line of text for each image of 16×16 pixels: the digit and 256 values from −1 to 1. */
    ZIPCODE("zipcode");

    private final String key;

    SetFormat(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
