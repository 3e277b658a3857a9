package inkbench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

import inkbench.app.browse.ImageSelection;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFormat;
import inkbench.data.format.DatasetWriter;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Writing data sets in the formats of other programs. */
public final class DataExport {
    private final Workers workers;
    private final DataLibrary library;
    private final DatasetWriter writer = new DatasetWriter();
    private final Messages messages = Messages.of(DataExport.class);

    DataExport(Workers workers, DataLibrary library) {
        this.workers = workers;
        this.library = library;
    }

    /**
     * What was exported.
     *
     * @param target
     *            the file or folder
     * @param sha256
     *            the hash of the content, which stays the same in every format
     * @param images
     *            how many there are
     * @param written
     *            the files; of pictures, the folders that they lie in
     */
    public record Exported(
            Path target,
            DatasetFormat format,
            String sha256,
            int images,
            List<DatasetWriter.Written> written) {
        /** Length of all files in bytes. */
        public long bytes() {
            return written.stream().mapToLong(DatasetWriter.Written::bytes).sum();
        }
    }

    /**
     * Writes images of a data set in the background, each in the part that it is in.
     *
     * @param labels
     *            whether to write the labels that they have
     * @param target
     *            a new name or an empty folder
     */
    public Job<Exported> start(ImageSelection images, boolean labels, DatasetFormat format, Path target) {
        return workers.submit(messages.get("job.export", target.getFileName()), progress -> {
            if (images.size() == 0) {
                throw new UnsuitableDataException(messages.get("export.none", images.collection().set().name()));
            }
            var set = images.toSet();
            return write(labels ? set : withoutLabels(set), format, target, progress);
        });
    }

    private static PartedDataset withoutLabels(PartedDataset set) {
        var parts = new EnumMap<Part, Dataset>(Part.class);
        set.parts().forEach((part, images) -> parts.put(part, images.withoutLabels()));
        return new PartedDataset(set.name(), parts);
    }

    /**
     * Writes a data set on the caller's thread.
     *
     * @throws inkbench.data.DataException
     *             if the target is there already, the set can't be written in this format, or the disk is full; the message is
     *             for the user, and nothing is left behind
     */
    public Exported write(PartedDataset set, DatasetFormat format, Path target, Progress progress) throws IOException {
        var written = writer.write(set, format, target, progress);
        return new Exported(target, format, set.sha256(), set.size(), written);
    }

    /**
     * Some parts of a set; all where none is named.
     *
     * @throws UnsuitableDataException
     *             if the set has no such part; the message says which it has
     */
    public PartedDataset only(PartedDataset set, Set<Part> wanted) throws UnsuitableDataException {
        if (wanted.isEmpty()) {
            return set;
        }
        var parts = new EnumMap<Part, Dataset>(Part.class);
        for (var part : wanted) {
            parts.put(part, library.part(set, part));
        }
        return new PartedDataset(set.name(), parts);
    }
}
