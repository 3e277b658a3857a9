package inkbench.desktop.data.distribution;

import java.util.List;
import java.util.stream.IntStream;

import inkbench.app.browse.Browsing;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.ClassDistribution;
import inkbench.statistics.StatisticsFiles;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How many images of each class every part has. Only for the FX thread. */
final class DistributionViewModel {
    /** Up to so many labels are counted at once; more in the background. */
    private static final int AT_ONCE = 100_000;

    private final Browsing browsing;
    private final Session session;
    private final ImagesViewModel images;
    private final Messages messages = Messages.of(DistributionViewModel.class);
    private final ReadOnlyObjectWrapper<ClassDistribution> distribution = new ReadOnlyObjectWrapper<>();
    private Job<ClassDistribution> counting;

    DistributionViewModel(Browsing browsing, Session session, ImagesViewModel images) {
        this.browsing = browsing;
        this.session = session;
        this.images = images;
        session.data().subscribe(this::count);
    }

    /** Null until it is counted. */
    ReadOnlyObjectProperty<ClassDistribution> distribution() {
        return distribution.getReadOnlyProperty();
    }

    /** The classes to show: the digits while nothing is open, none where no part has labels. */
    List<String> classes() {
        var counted = distribution.get();
        return counted == null ? Dataset.DIGITS : counted.counts().isEmpty() ? List.of() : counted.classNames();
    }

    /** The parts that have labels. */
    List<Part> parts() {
        var counted = distribution.get();
        return counted == null ? List.of() : List.copyOf(counted.counts().keySet());
    }

    /** The largest share of a class in a part, 0…1, that all bars are measured by. */
    double largestShare() {
        return parts().stream()
                .flatMapToDouble(
                        part -> IntStream.range(0, classes().size())
                                .mapToDouble(label -> distribution.get().share(part, label)))
                .max()
                .orElse(0);
    }

    /** The largest count of a class in a part; 0 before they are counted. */
    long largestCount() {
        var counted = distribution.get();
        return counted == null
                ? 0
                : parts().stream()
                        .flatMapToLong(
                                part -> IntStream.range(0, classes().size())
                                        .mapToLong(label -> counted.count(part, label)))
                        .max()
                        .orElse(0);
    }

    /** A class in words, with its figures in each part. */
    String describe(int label) {
        var counted = distribution.get();
        var words = new StringBuilder(
                messages.get("row", counted.classNames().get(label), counted.share(label), counted.count(label)));
        for (var part : parts()) {
            words.append(
                    messages.get(
                            "row.part",
                            images.partName(part),
                            counted.share(part, label),
                            counted.count(part, label)));
        }
        return words.toString();
    }

    /** All figures as CSV. */
    String csv() {
        return distribution.get() == null ? "" : StatisticsFiles.toCsv(distribution.get().toTable());
    }

    private void count(PartedDataset set) {
        if (counting != null) {
            counting.cancel();
            counting = null;
        }
        if (set == null) {
            distribution.set(null);
        } else if (set.size() <= AT_ONCE) {
            distribution.set(ClassDistribution.of(set));
        } else {
            distribution.set(null);
            var job = browsing.distribution(set);
            counting = job;
            session.watch(job, counted -> {
                if (job == counting) {
                    distribution.set(counted);
                }
            });
        }
    }
}
