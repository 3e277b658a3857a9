package inkbench.app;

import java.io.IOException;
import java.nio.file.Path;

import inkbench.data.Dataset;
import inkbench.data.DatasetFiles;
import inkbench.data.PartedDataset;
import inkbench.statistics.PixelStatistics;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Opening data sets and counting their pixels. */
public final class DataLibrary {
    /** The set that comes with the app. */
    public static final String BUILTIN = "builtin";

    private final Workers workers;
    private final Messages messages = Messages.of(DataLibrary.class);

    DataLibrary(Workers workers) {
        this.workers = workers;
    }

    /** Opens a data set in the background: {@link #BUILTIN}, a file or a folder. */
    public Job<PartedDataset> open(String nameOrPath) {
        return workers.submit(messages.get("job.open", nameOrPath), progress -> read(nameOrPath, progress));
    }

    /** Opens a data set on the caller's thread. */
    public PartedDataset read(String nameOrPath, Progress progress) throws IOException {
        return DatasetFiles.open(Path.of(nameOrPath), progress);
    }

    /** Computes the pixel statistics in the background. */
    public Job<PixelStatistics> statistics(Dataset dataset) {
        return workers.submit(
                messages.get("job.statistics", dataset.name()),
                progress -> PixelStatistics.of(dataset, progress));
    }
}
