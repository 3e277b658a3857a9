package inkbench.app.findings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.app.browse.ImageCollection;
import inkbench.data.DataException;
import inkbench.data.Duplicates;
import inkbench.data.Images;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.statistics.Outliers;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Looking for images of a set that deserve a second look. */
public final class Findings {
    /** So many images are looked through without asking; more may take a while and room for an index of them. */
    public static final int WITHOUT_ASKING = 2_000_000;
    /** How many outliers are described at most. */
    public static final int MOST_OUTLIERS = 1_000;

    private static final Comparator<SameImages> ORDER = Comparator.comparing(SameImages::labelsDiffer)
            .thenComparing(SameImages::acrossParts)
            .reversed()
            .thenComparing(group -> group.positions()[0]);

    private final Workers workers;
    private final Messages messages = Messages.of(Findings.class);

    /** Does everything in the background with the given workers. */
    public Findings(Workers workers) {
        this.workers = workers;
    }

    /** Reads a set to compare with, on the thread of the work. */
    @FunctionalInterface
    public interface Source {
        PartedDataset read(Progress progress) throws IOException;
    }

    /** Finds the images that a set has more than once, in the background. */
    public Job<DuplicateImages> duplicates(ImageCollection images) {
        return workers.submit(messages.get("job.duplicates", images.set().name()), progress -> {
            var groups = new ArrayList<SameImages>();
            for (var positions : Duplicates.groups(images, progress)) {
                boolean train = IntStream.of(positions).anyMatch(at -> images.part(at) == Part.TRAIN);
                boolean others = IntStream.of(positions).anyMatch(at -> images.part(at) != Part.TRAIN);
                boolean differ = images.labelled() && IntStream.of(positions).map(images::label).distinct().count() > 1;
                groups.add(new SameImages(positions, new int[0], differ, train && others));
            }
            groups.sort(ORDER);
            return DuplicateImages.of(images, Optional.empty(), groups);
        });
    }

    /**
     * Finds the images that are in another set as well, in the background. The job fails with an
     * {@link DataException} if the images of the sets are of different sizes.
     *
     * @param name
     *            of the other set
     */
    public Job<DuplicateImages> compare(ImageCollection images, String name, Source source) {
        return workers.submit(messages.get("job.compare", images.set().name(), name), progress -> {
            var others = ImageCollection.of(source.read(progress));
            if (images.width() != others.width() || images.height() != others.height()) {
                throw new DataException(
                        messages.get(
                                "compare.size",
                                images.set().name(),
                                images.width(),
                                images.height(),
                                others.set().name(),
                                others.width(),
                                others.height()));
            }
            var groups = grouped(images, others, Duplicates.between(images, others, progress));
            groups.sort(ORDER);
            return DuplicateImages.of(images, Optional.of(others), groups);
        });
    }

    /** Finds the images that are unusually far from the mean of their class, in the background. */
    public Job<Outliers> outliers(ImageCollection images) {
        return workers.submit(
                messages.get("job.outliers", images.set().name()),
                progress -> Outliers.of(images, MOST_OUTLIERS, progress));
    }

    /** A group for each image of the first set. */
    private static List<SameImages> grouped(Images images, ImageCollection others, List<Duplicates.Pair> pairs) {
        boolean labelled = images.labelled() && others.labelled();
        var groups = new ArrayList<SameImages>();
        for (int from = 0, to; from < pairs.size(); from = to) {
            int position = pairs.get(from).a();
            to = from;
            while (to < pairs.size() && pairs.get(to).a() == position) {
                to++;
            }
            var same = pairs.subList(from, to).stream().mapToInt(Duplicates.Pair::b).toArray();
            boolean differ = labelled && IntStream.of(same)
                    .anyMatch(at -> !name(others, at).equals(name(images, position)));
            groups.add(new SameImages(new int[]{position}, same, differ, false));
        }
        return groups;
    }

    /** Sets may number the same classes differently. */
    private static String name(Images images, int place) {
        return images.classNames().get(images.label(place));
    }
}
