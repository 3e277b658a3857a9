package inkbench.data;

import java.io.IOException;
import java.nio.file.Path;

import inkbench.task.Progress;

/** Opens whatever a user points at: an IDX file or pair, a folder of IDX files, a Kaggle CSV. */
public final class DatasetFiles {
    private DatasetFiles() {}

    /**
     * Reads a file or folder.
     *
     * @throws DataException
     *             if it isn't there, holds no data that is known, or is damaged; the message is for the user
     * @throws IOException
     *             if the disk fails
     */
    public static PartedDataset open(Path path, Progress progress) throws IOException {
        throw new UnsupportedOperationException("stub");
    }
}
