package inkbench.app.browse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Images;
import inkbench.data.PartedDataset;
import inkbench.statistics.ClassDistribution;
import inkbench.statistics.MeanDistances;
import inkbench.statistics.PixelStatistics;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Looking through the images of a data set: which, in what order, and what they have in common. */
public final class Browsing {
    private static final int IMAGES_BETWEEN_LOOKS = 65_536;

    private final Workers workers;
    private final Messages messages = Messages.of(Browsing.class);

    /** Does everything in the background with the given workers. */
    public Browsing(Workers workers) {
        this.workers = workers;
    }

    /**
     * Images in an order, and the distances where they were needed.
     *
     * @param images
     *            those that pass the filter
     * @param distances
     *            of all images of the collection
     */
    public record Found(ImageSelection images, Optional<MeanDistances> distances) {}

    /**
     * The images that pass a filter, in the order of the data, on the caller's thread: about 3 ms for a million.
     */
    public static ImageSelection filter(ImageCollection images, ImageFilter filter) {
        return filter.equals(ImageFilter.NONE)
                ? ImageSelection.all(images)
                : ImageSelection.of(images, passing(images, filter, Progress.NONE));
    }

    /**
     * Finds the images that pass a filter and puts them in order, in the background.
     *
     * @param known
     *            the distances of the collection's images, where they were computed before
     */
    public Job<Found> find(
            ImageCollection images,
            ImageFilter filter,
            ImageOrder order,
            Optional<MeanDistances> known) {
        return workers.submit(messages.get("job.find", images.set().name()), progress -> {
            if (order == ImageOrder.INDEX && filter.equals(ImageFilter.NONE)) {
                return new Found(ImageSelection.all(images), known);
            }
            var passing = passing(images, filter, progress);
            // Images that were taken out have no part in the means, and no distance from them.
            boolean apart = order.needsDistances() && filter.change() == ImageFilter.Change.EXCLUDED;
            var distances = order.needsDistances() && !apart && known.isEmpty()
                    ? Optional.of(MeanDistances.of(images, progress))
                    : known;
            var sorted = apart ? passing : order.sort(passing, images, distances);
            return new Found(ImageSelection.of(images, sorted), distances);
        });
    }

    /** Counts the pixels of any images in the background. */
    public Job<PixelStatistics> statistics(String name, Images images) {
        return workers.submit(
                messages.get("job.statistics", name),
                progress -> PixelStatistics.of(images, progress));
    }

    /** Computes in the background how far every image is from the mean of its class. */
    public Job<MeanDistances> distances(ImageCollection images) {
        return workers.submit(
                messages.get("job.distances", images.set().name()),
                progress -> MeanDistances.of(images, progress));
    }

    /** Counts the labels of all parts in the background. */
    public Job<ClassDistribution> distribution(PartedDataset set) {
        return workers.submit(messages.get("job.distribution", set.name()), progress -> ClassDistribution.of(set));
    }

    /** Computes the hash of a whole set in the background, and those of its parts. */
    public Job<Origin> origin(PartedDataset set) {
        return workers.submit(messages.get("job.hash", set.name()), progress -> {
            var sources = set.parts().values().stream().map(Dataset::source).distinct().toList();
            return new Origin(sources, set.sha256(progress));
        });
    }

    /**
     * Where a set came from.
     *
     * @param sources
     *            files, folders or generators, in the order of the parts
     * @param sha256
     *            of the set's content, as 64 hexadecimal digits
     */
    public record Origin(List<String> sources, String sha256) {
        public Origin {
            sources = List.copyOf(sources);
        }
    }

    private static int[] passing(ImageCollection images, ImageFilter filter, Progress progress) {
        if (filter.equals(ImageFilter.NONE)) {
            return IntStream.range(0, images.size()).toArray();
        }
        boolean excluded = filter.change() == ImageFilter.Change.EXCLUDED;
        int from = excluded ? images.size() : 0;
        int to = excluded ? images.positions() : images.size();
        var passing = new int[to - from];
        int count = 0;
        for (int position = from; position < to; position++) {
            if (position % IMAGES_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
            }
            if (filter.passes(images, position)) {
                passing[count++] = position;
            }
        }
        return Arrays.copyOf(passing, count);
    }
}
