package inkbench.desktop.data.findings;

import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.browse.ImageCollection;
import inkbench.app.findings.FindingTables;
import inkbench.app.findings.Findings;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.Outliers;
import inkbench.statistics.Outliers.Outlier;
import inkbench.statistics.PixelStatistic;
import inkbench.statistics.StatisticsFiles;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The images of the open set that are unusually far from their class: found when somebody first looks. Only for the FX thread. */
final class OutliersViewModel {
    private final Findings findings;
    private final Session session;
    private final ImagesViewModel images;
    private final Messages messages = Messages.of(OutliersViewModel.class);
    private final ReadOnlyObjectWrapper<Outliers> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    /** What was found belongs to it: the open images, or, while they are looked through anew, those before a correction. */
    private ImageCollection collection;
    private Job<Outliers> job;

    OutliersViewModel(Findings findings, Session session, ImagesViewModel images) {
        this.findings = findings;
        this.session = session;
        this.images = images;
        session.data().subscribe(this::open);
    }

    /** What was found; null while that isn't known. */
    ReadOnlyObjectProperty<Outliers> found() {
        return found.getReadOnlyProperty();
    }

    /** Whether they are being looked for. */
    ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /** Looks for them if nobody has yet, and there aren't so many images that the user should be asked. */
    void show() {
        if (possible() && found.get() == null && job == null && collection.size() <= Findings.WITHOUT_ASKING) {
            look();
        }
    }

    /** Looks for them. */
    void look() {
        if (!possible()) {
            return;
        }
        var all = images.collection().get();
        var started = findings.outliers(all);
        job = started;
        looking.set(true);
        session.watch(started, outliers -> {
            if (started == job) {
                collection = all;
                found.set(outliers);
            }
        }, () -> {
            if (started == job) {
                looking.set(false);
            }
        });
    }

    /** Whether the user has to ask for them, because there are very many images or the work was stopped. */
    boolean waitsToBeAsked() {
        return possible() && found.get() == null && !looking.get();
    }

    /** How many were found, in a line. */
    String summary() {
        if (looking.get()) {
            return messages.get("outliers.looking");
        }
        var outliers = found.get();
        if (outliers == null || outliers.count() == 0) {
            return "";
        }
        return messages.get(
                outliers.count() > outliers.found().size() ? "outliers.summary.first" : "outliers.summary",
                outliers.count(),
                collection.size(),
                outliers.found().size());
    }

    /** What to say where none is shown. */
    String emptyText() {
        if (collection == null || looking.get()) {
            return "";
        }
        if (!collection.labelled()) {
            return messages.get("outliers.unlabelled", collection.set().name());
        }
        return found.get() == null
                ? messages.get("outliers.ask", collection.size())
                : messages.get("outliers.none", collection.set().name(), Outliers.THRESHOLD);
    }

    /** The outliers, the largest scores first. */
    List<Outlier> rows() {
        return found.get() == null ? List.of() : found.get().found();
    }

    /** Where an outlier is. */
    String place(Outlier outlier) {
        return messages.get(
                "place",
                images.partName(collection.part(outlier.place())),
                collection.sourceIndex(outlier.place()));
    }

    /** Where an outlier is, and its label. */
    String describe(Outlier outlier) {
        return messages.get("place.label", place(outlier), className(outlier.label()));
    }

    /** What a class is called; a dash where there is none. */
    String className(int label) {
        return label < 0 ? "–" : collection.classNames().get(label);
    }

    /** Why an image is in the list, in a sentence or two. */
    String explain(Outlier outlier) {
        var words = messages.get(
                "outlier.explain",
                outlier.distance(),
                className(outlier.label()),
                outlier.score());
        return outlier.nearerToOther()
                ? words + " " + messages.get(
                        "outlier.nearer",
                        className(outlier.nearest()),
                        outlier.nearestDistance())
                : words;
    }

    /** The mean image of a class, in unsigned bytes, row by row. */
    byte[] mean(int label) {
        var mean = found.get().means().values(PixelStatistic.MEAN, label);
        var bytes = new byte[mean.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(mean[i]);
        }
        return bytes;
    }

    /** Outliers as CSV, in the order they are given in, to be made on any thread. */
    Callable<String> csv(List<Outlier> wanted) {
        var all = collection;
        return () -> all == null ? "" : StatisticsFiles.toCsv(FindingTables.of(all, wanted));
    }

    /** The position of an outlier among the open images, which may have been corrected since; −1 if it isn't there. */
    int position(Outlier outlier) {
        var all = images.collection().get();
        if (all == collection || all.set() == collection.set()) {
            return outlier.place();
        }
        return all.find(collection.part(outlier.place()), collection.sourceIndex(outlier.place()));
    }

    private boolean possible() {
        return collection != null && collection.labelled();
    }

    private void open(PartedDataset set) {
        if (job != null) {
            job.cancel();
            job = null;
        }
        looking.set(false);
        if (set != null && found.get() != null && set.hasImagesOf(collection.set())) {
            // Corrected: the list stays until the new one is there, so that one outlier after the other can be gone through.
            look();
            return;
        }
        collection = images.collection().get();
        found.set(null);
    }
}
