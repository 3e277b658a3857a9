package inkbench.desktop.data.findings;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import inkbench.app.browse.ImageCollection;
import inkbench.app.findings.DuplicateImages;
import inkbench.app.findings.FindingTables;
import inkbench.app.findings.Findings;
import inkbench.app.findings.SameImages;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.StatisticsFiles;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The images of the open set that are the same: found when it is opened, or, where there are very many images, when the user
 * asks. Only for the FX thread.
 */
final class DuplicatesViewModel {
    /** So many images of a group are named; more are counted. */
    private static final int NAMED = 4;

    private final Findings findings;
    private final Session session;
    private final ImagesViewModel images;
    private final Messages messages = Messages.of(DuplicatesViewModel.class);
    private final ReadOnlyObjectWrapper<DuplicateImages> own = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DuplicateImages> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(
            new Listing(null, Which.ALL, List.of()));
    private Job<DuplicateImages> job;

    /** Which groups are shown. */
    enum Which {
        /** All of them. */
        ALL(group -> true),
        /** Those with images in the training part and in another. */
        ACROSS_PARTS(SameImages::acrossParts),
        /** Those whose images have more than one label. */
        LABELS_DIFFER(SameImages::labelsDiffer);

        private final Predicate<SameImages> predicate;

        Which(Predicate<SameImages> predicate) {
            this.predicate = predicate;
        }
    }

    /**
     * What is listed.
     *
     * @param found
     *            the comparison with another set, or the set's own duplicates; null while nothing is known
     * @param rows
     *            the groups of it that are wanted
     */
    record Listing(DuplicateImages found, Which which, List<SameImages> rows) {}

    DuplicatesViewModel(Findings findings, Session session, ImagesViewModel images) {
        this.findings = findings;
        this.session = session;
        this.images = images;
        session.data().subscribe(this::open);
        which.subscribe((before, now) -> fill());
    }

    /** The images that the open set has more than once; null while that isn't known. */
    ReadOnlyObjectProperty<DuplicateImages> own() {
        return own.getReadOnlyProperty();
    }

    /** The images that another set has as well; null while the open one is not compared. */
    ReadOnlyObjectProperty<DuplicateImages> compared() {
        return compared.getReadOnlyProperty();
    }

    /** Whether images are being compared. */
    ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /** Which groups are shown. */
    ObjectProperty<Which> which() {
        return which;
    }

    /** What is listed. */
    ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    /** The groups that are listed. */
    List<SameImages> rows() {
        return listing.get().rows();
    }

    /** What the groups are of; null while nothing is known. */
    DuplicateImages shown() {
        return listing.get().found();
    }

    /** Whether the user has to ask for the duplicates, because there are very many images or the work was stopped. */
    boolean waitsToBeAsked() {
        return images.collection().get() != null && shown() == null && !looking.get();
    }

    /** Looks for the set's own duplicates. */
    void look() {
        var all = images.collection().get();
        if (all != null) {
            watch(findings.duplicates(all), own);
        }
    }

    /** Looks for images that another set has as well. */
    void compareWith(String name, Findings.Source source) {
        var all = images.collection().get();
        if (all != null) {
            watch(findings.compare(all, name, source), compared);
        }
    }

    /** Goes back from a comparison to the set's own duplicates. */
    void showOwn() {
        compared.set(null);
        fill();
    }

    /** How much was found, in a line. */
    String summary() {
        var found = shown();
        if (found == null) {
            return looking.get() ? messages.get("duplicates.looking") : "";
        }
        if (found.others().isPresent()) {
            var others = found.others().get();
            var parts = found.sharedByPart()
                    .entrySet()
                    .stream()
                    .map(part -> messages.get("compared.part", part.getValue(), images.partName(part.getKey())))
                    .collect(Collectors.joining(", "));
            return parts.isEmpty()
                    ? ""
                    : messages.get(
                            "compared.summary",
                            found.groups().size(),
                            found.images().size(),
                            others.set().name(),
                            parts);
        }
        int images = found.groups().stream().mapToInt(SameImages::count).sum();
        return found.groups().isEmpty() ? "" : messages.get("duplicates.summary", found.groups().size(), images);
    }

    /** What to say where no group is shown. */
    String emptyText() {
        var found = shown();
        if (found == null) {
            var all = images.collection().get();
            return all == null || looking.get() ? "" : messages.get("duplicates.ask", all.size());
        }
        if (!found.groups().isEmpty()) {
            return messages.get("duplicates.none." + which.get());
        }
        return found.others().isPresent()
                ? messages.get("compared.none", found.images().set().name(), found.others().get().set().name())
                : messages.get("duplicates.none", found.images().set().name(), found.images().size());
    }

    /** The labels of a group, each once; empty where there are none. */
    String labels(SameImages group) {
        var all = shown();
        var names = IntStream.of(group.positions()).mapToObj(at -> label(all.images(), at)).distinct();
        var others = IntStream.of(group.others()).mapToObj(at -> label(all.others().orElseThrow(), at)).distinct();
        return Stream.concat(names, others).distinct().collect(Collectors.joining(", "));
    }

    private static String label(ImageCollection all, int position) {
        return all.labelled() ? all.classNames().get(all.label(position)) : "–";
    }

    /** Where the images of a group are; of many the first. */
    String places(SameImages group) {
        var words = IntStream.range(0, Math.min(NAMED, group.count()))
                .mapToObj(i -> place(group, i))
                .collect(Collectors.joining(", "));
        int more = group.count() - NAMED;
        return more > 0 ? words + messages.get("places.more", more) : words;
    }

    /** Where an image of a group is, by its number in the group from 0. */
    String place(SameImages group, int at) {
        if (at < group.positions().length) {
            return place(shown().images(), group.positions()[at]);
        }
        var others = shown().others().orElseThrow();
        int position = group.others()[at - group.positions().length];
        return messages.get("place.other", others.set().name(), place(others, position));
    }

    private String place(ImageCollection all, int position) {
        return messages.get("place", images.partName(all.part(position)), all.sourceIndex(position));
    }

    /** Where an image of a group is, and its label. */
    String describe(SameImages group, int at) {
        boolean own = at < group.positions().length;
        var all = own ? shown().images() : shown().others().orElseThrow();
        int position = own ? group.positions()[at] : group.others()[at - group.positions().length];
        return all.labelled()
                ? messages.get("place.label", place(group, at), label(all, position))
                : place(group, at);
    }

    /** Groups as CSV, in the order they are given in, to be made on any thread. */
    Callable<String> csv(List<SameImages> groups) {
        var found = shown();
        return () -> found == null ? "" : StatisticsFiles.toCsv(FindingTables.of(found, groups));
    }

    private void open(PartedDataset set) {
        if (job != null) {
            job.cancel();
            job = null;
            looking.set(false);
        }
        own.set(null);
        compared.set(null);
        which.set(Which.ALL);
        fill();
        var all = images.collection().get();
        if (set != null && all.size() <= Findings.WITHOUT_ASKING) {
            look();
        }
    }

    private void watch(Job<DuplicateImages> started, ReadOnlyObjectWrapper<DuplicateImages> result) {
        if (job != null) {
            job.cancel();
        }
        job = started;
        looking.set(true);
        session.watch(started, found -> {
            if (started == job) {
                which.set(Which.ALL);
                result.set(found);
                fill();
            }
        }, () -> {
            if (started == job) {
                looking.set(false);
            }
        });
    }

    private void fill() {
        var found = compared.get() == null ? own.get() : compared.get();
        var wanted = which.get();
        var rows = found == null
                ? List.<SameImages>of()
                : found.groups().stream().filter(wanted.predicate).toList();
        listing.set(new Listing(found, wanted, rows));
    }
}
