package inkbench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.split.GroupedSplit;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.split.SplitPlan;
import inkbench.data.split.SplitPlan.By;
import inkbench.data.split.StratifiedSplit;
import inkbench.data.Writers;
import inkbench.data.format.DatasetFormat;
import inkbench.data.format.DatasetWriter;
import inkbench.data.format.csv.WritersFile;
import inkbench.statistics.ClassDistribution;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Cutting data sets into parts. */
public final class DataSplits {
    private final Workers workers;
    private final Messages messages = Messages.of(DataSplits.class);

    DataSplits(Workers workers) {
        this.workers = workers;
    }

    /** Which images of a set are cut anew. */
    public enum Source {
        /** Those of all parts. */
        ALL,
        /** Those to learn from. */
        TRAIN
    }

    /**
     * A set that was cut.
     *
     * @param own
     *            as it was before, with the writers by now known
     * @param plan
     *            how it was cut
     * @param set
     *            as it is now: views of the same images
     * @param sizes
     *            how many images of each class every part has
     * @param writers
     *            how many writers every part has; empty where they aren't known
     */
    public record Cut(
            PartedDataset own,
            Source source,
            SplitPlan plan,
            PartedDataset set,
            ClassDistribution sizes,
            Map<Part, Integer> writers) {
        public Cut {
            writers = Map.copyOf(writers);
        }
    }

    /** What can be cut of a set, the most first: all images only where they lie in one piece; nothing without labels. */
    public List<Source> sources(PartedDataset own) {
        var sources = new ArrayList<Source>();
        if (!own.parts().values().stream().allMatch(Dataset::labelled)) {
            return sources;
        }
        boolean onePart = own.parts().size() == 1;
        if (onePart || Dataset.sameData(own.parts().values())) {
            sources.add(Source.ALL);
        }
        if (!onePart && own.part(Part.TRAIN).isPresent()) {
            sources.add(Source.TRAIN);
        }
        return sources;
    }

    /**
     * Cuts a set in the background. Where only the images to learn from are cut, the set's other parts stay as they are, but
     * for those that the plan has a share for.
     *
     * @param source
     *            one of {@link #sources}
     * @param writers
     *            of all images of the data that is cut; null for those that it knows itself
     */
    public Job<Cut> start(PartedDataset own, Source source, SplitPlan plan, Writers writers) {
        return workers.submit(messages.get("job.split", own.name()), progress -> {
            var known = writers == null ? own : withWriters(own, source, writers);
            var whole = whole(known, source);
            progress.throwIfCancelled();
            var parts = new EnumMap<>(split(whole, plan).parts());
            if (source == Source.TRAIN) {
                own.parts()
                        .entrySet()
                        .stream()
                        .filter(part -> part.getKey() != Part.TRAIN && plan.shares().of(part.getKey()) == 0)
                        .forEach(part -> parts.put(part.getKey(), part.getValue()));
            }
            var set = new PartedDataset(own.name(), parts);
            return new Cut(known, source, plan, set, ClassDistribution.of(set), writerCounts(set));
        });
    }

    /**
     * Reads in the background who wrote the images of a set.
     *
     * @param images
     *            of how many images the writers are kept
     */
    public Job<WritersFile.Content> readWriters(Path file, int images) {
        return workers.submit(messages.get("job.writers", file.getFileName()),
                progress -> WritersFile.read(file, images));
    }

    /**
     * The writers of a set from what a file says.
     *
     * @param file
     *            for the message
     * @param first
     *            whether a file about more images is taken as well, by its first lines
     * @throws DataException
     *             if the file is about fewer images, or about more and nobody asked for its first lines
     */
    public Writers fitting(WritersFile.Content content, Path file, int images, boolean first) throws DataException {
        if (content.lines() < images) {
            throw new DataException(messages.get("writers.fewer", file, content.lines(), images));
        }
        if (content.lines() > images && !first) {
            throw new DataException(messages.get("writers.more", file, content.lines(), images));
        }
        return content.writers();
    }

    /**
     * A set with the writers that a file names; on the caller's thread.
     *
     * @param first
     *            whether a file about more images is taken as well, by its first lines
     * @throws DataException
     *             if the file isn't one of this set
     */
    public Dataset withWriters(Dataset whole, Path file, boolean first) throws IOException {
        int images = whole.sourceSize();
        return whole.withWriters(fitting(WritersFile.read(file, images), file, images, first));
    }

    /**
     * Cuts a set; on the caller's thread.
     *
     * @throws UnsuitableDataException
     *             if the images have no labels, or are to be cut by writers whom nobody knows
     */
    public PartedDataset split(Dataset whole, SplitPlan plan) throws UnsuitableDataException {
        if (!whole.labelled()) {
            throw new UnsuitableDataException(messages.get("split.unlabelled", whole.name()));
        }
        var used = plan.use() < 1
                ? StratifiedSplit.split(whole, plan.seed(), plan.use(), 1 - plan.use()).getFirst()
                : whole;
        if (plan.by() == By.CLASS) {
            return StratifiedSplit.into(used, plan.shares(), plan.seed());
        }
        var writers = used.writers();
        if (writers.isEmpty()) {
            throw new UnsuitableDataException(messages.get("split.writersUnknown", whole.name()));
        }
        var groups = IntStream.range(0, used.size()).map(i -> writers.get().number(used.sourceIndex(i))).toArray();
        return GroupedSplit.into(used, groups, plan.shares(), plan.seed());
    }

    private static Dataset whole(PartedDataset own, Source source) {
        var whole = source == Source.ALL ? Dataset.joined(own.parts().values()) : own.part(Part.TRAIN);
        return whole.orElseThrow(() -> new IllegalArgumentException(own.name() + " can't be cut from " + source));
    }

    private static PartedDataset withWriters(PartedDataset own, Source source, Writers writers) {
        var parts = new EnumMap<>(own.parts());
        parts.replaceAll(
                (part, images) -> source == Source.ALL || part == Part.TRAIN ? images.withWriters(writers) : images);
        return new PartedDataset(own.name(), parts);
    }

    private static Map<Part, Integer> writerCounts(PartedDataset set) {
        var counts = new EnumMap<Part, Integer>(Part.class);
        set.parts().forEach((part, images) -> writerCount(images).ifPresent(count -> counts.put(part, count)));
        return counts;
    }

    private static Optional<Integer> writerCount(Dataset images) {
        return images.writers().map(
                known -> (int) IntStream.range(0, images.size())
                        .map(i -> known.number(images.sourceIndex(i)))
                        .distinct()
                        .count());
    }

    /**
     * Writes the parts as gzipped IDX files, the names MNIST's; on the caller's thread.
     *
     * @param folder
     *            made where it is missing
     * @throws DataException
     *             if it isn't empty, or the disk has no room; then nothing is left behind
     */
    public void write(PartedDataset split, Path folder, Progress progress) throws IOException {
        new DatasetWriter().write(split, DatasetFormat.IDX_GZ, folder, progress);
    }
}
