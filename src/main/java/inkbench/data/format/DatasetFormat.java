package inkbench.data.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that data sets are written in. */
public enum DatasetFormat {
    /** MNIST's, not packed: two files for each part, in a folder. */
    IDX("idx"),
    /** MNIST's, gzipped: two files for each part, in a folder. */
    IDX_GZ("idx.gz"),
    /** Kaggle's: a file for each part, in a folder where there are several. */
    CSV("csv"),
    /** Keras's: one file with an array of images and one of labels for each part. */
    NPZ("npz"),
    /** A folder for each part, in it a folder for each class, in it a PNG for each image. */
    PNG("png");

    private final String key;

    DatasetFormat(String key) {
        this.key = key;
    }

    /** How the format is called in commands: {@code idx}, {@code idx.gz}, {@code csv}, {@code npz}, {@code png}. */
    public String key() {
        return key;
    }

    /** The format of a key. */
    public static Optional<DatasetFormat> of(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }

    /** The format that somebody means who names a file or folder so: by its ending, otherwise {@link #IDX_GZ}. */
    public static DatasetFormat meantBy(Path target) {
        var name = target.getFileName() == null ? "" : target.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npz")) {
            return NPZ;
        }
        return name.endsWith(".csv") ? CSV : IDX_GZ;
    }

    /** Whether so many parts are one file, and no folder. */
    public boolean isFile(int parts) {
        return this == NPZ || this == CSV && parts == 1;
    }
}
