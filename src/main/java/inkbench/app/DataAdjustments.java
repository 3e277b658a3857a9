package inkbench.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import inkbench.data.PartedDataset;
import inkbench.data.Polarity;
import inkbench.data.format.FittedImages;
import inkbench.data.format.image.ImageSize;
import inkbench.data.format.npz.NpzArray;
import inkbench.data.format.npz.NpzReader;
import inkbench.model.Architecture;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** What can be done about data that is not as networks want it, or that can be taken in several ways; in the background. */
public final class DataAdjustments {
    private final Workers workers;
    private final Messages messages = Messages.of(DataAdjustments.class);

    DataAdjustments(Workers workers) {
        this.workers = workers;
    }

    /** The size to which images have to be fitted so that a network can read them; nothing if they have it. */
    public static Optional<ImageSize> sizeFor(Architecture architecture, PartedDataset set) {
        var input = architecture.input();
        var size = new ImageSize(input.width(), input.height());
        return FittedImages.areNeeded(set, size) ? Optional.of(size) : Optional.empty();
    }

    /** Looks whether images are dark ink on a light ground, and so should be inverted. */
    public Job<Boolean> isDarkOnLight(PartedDataset set) {
        return workers.submit(messages.get("job.polarity", set.name()),
                progress -> Polarity.isDarkOnLight(set.first()));
    }

    /** Inverts all images. */
    public Job<PartedDataset> inverted(PartedDataset set) {
        return workers.submit(messages.get("job.invert", set.name()), progress -> Polarity.inverted(set));
    }

    /** Fits all images to a size, as the canvas fits what is drawn on it. */
    public Job<PartedDataset> fitted(PartedDataset set, ImageSize size) {
        return workers.submit(
                messages.get("job.fit", set.name()),
                progress -> FittedImages.of(set, size, progress));
    }

    /** What is in an {@code .npz}, for somebody who has to choose. */
    public Job<List<NpzArray>> arrays(Path file) {
        return workers.submit(messages.get("job.open", file.getFileName()), progress -> NpzReader.list(file));
    }
}
