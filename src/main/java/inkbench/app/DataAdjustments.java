package inkbench.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import inkbench.app.machine.FreeMemory;
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
    /** What else the system needs while the images are made. */
    private static final double MOST_OF_FREE = 0.8;
    private static final double BYTES_PER_GB = 1e9;

    private final Workers workers;
    private final Supplier<FreeMemory> memory;
    private final Messages messages = Messages.of(DataAdjustments.class);

    /**
     * Makes the use cases.
     *
     * @param memory
     *            reads what is free at the time
     */
    DataAdjustments(Workers workers, Supplier<FreeMemory> memory) {
        this.workers = workers;
        this.memory = memory;
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

    /** Inverts all images. It fails with a sentence for the user where there is not enough memory for them once more. */
    public Job<PartedDataset> inverted(PartedDataset set) {
        return workers.submit(messages.get("job.invert", set.name()), progress -> {
            requireMemory(set, ImageSize.of(set.first()));
            return Polarity.inverted(set, progress);
        });
    }

    /** Fits all images to a size, as the canvas fits what is drawn on it. It fails as {@link #inverted} does. */
    public Job<PartedDataset> fitted(PartedDataset set, ImageSize size) {
        return workers.submit(messages.get("job.fit", set.name()), progress -> {
            requireMemory(set, size);
            return FittedImages.of(set, size, progress);
        });
    }

    /** A process that the system runs out of memory for dies without a word. */
    private void requireMemory(PartedDataset set, ImageSize size) throws UnsuitableDataException {
        double need = (double) set.size() * size.width() * size.height();
        double free = MOST_OF_FREE * memory.get().system();
        if (need > free) {
            throw new UnsuitableDataException(
                    messages.get("adjust.memory", set.name(), need / BYTES_PER_GB, free / BYTES_PER_GB));
        }
    }

    /** What is in an {@code .npz}, for somebody who has to choose. */
    public Job<List<NpzArray>> arrays(Path file) {
        return workers.submit(messages.get("job.open", file.getFileName()), progress -> NpzReader.list(file));
    }
}
