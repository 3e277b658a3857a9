package inkbench.desktop.data.summary;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import inkbench.app.browse.Browsing;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.SetSummary;
import inkbench.statistics.StatisticsFiles;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the open set is, in a few figures. Only for the FX thread. */
final class SummaryViewModel {
    private final Browsing browsing;
    private final Session session;
    private final ImagesViewModel images;
    private final Messages messages = Messages.of(SummaryViewModel.class);
    private final ReadOnlyObjectWrapper<Browsing.Origin> origin = new ReadOnlyObjectWrapper<>();
    private Job<Browsing.Origin> hashing;

    SummaryViewModel(Browsing browsing, Session session, ImagesViewModel images) {
        this.browsing = browsing;
        this.session = session;
        this.images = images;
        session.data().subscribe(this::hash);
    }

    /** The open set, or null. */
    ReadOnlyObjectProperty<PartedDataset> set() {
        return session.data();
    }

    /** Where the set came from and its hash; null until that is computed. */
    ReadOnlyObjectProperty<Browsing.Origin> origin() {
        return origin.getReadOnlyProperty();
    }

    /** How many images every part has, and how many were corrected. */
    String parts() {
        var shown = set().get();
        var parts = shown.parts()
                .entrySet()
                .stream()
                .map(part -> messages.get("parts", images.partName(part.getKey()), part.getValue().size()));
        return Stream.concat(parts, corrections(shown)).collect(Collectors.joining(" · "));
    }

    private Stream<String> corrections(PartedDataset shown) {
        int relabelled = shown.relabelledCount();
        int excluded = shown.excludedCount();
        var words = Stream.of(
                relabelled == 0 ? "" : messages.get("relabelled", relabelled),
                excluded == 0 ? "" : messages.get("excluded", excluded))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Stream.empty() : Stream.of(words);
    }

    /** A row for each part, to be made on any thread. */
    Callable<String> csv() {
        var described = set().get();
        return () -> StatisticsFiles.toCsv(SetSummary.toTable(described));
    }

    private void hash(PartedDataset set) {
        if (hashing != null) {
            hashing.cancel();
            hashing = null;
        }
        origin.set(null);
        if (set != null) {
            var job = browsing.origin(set);
            hashing = job;
            session.watch(job, found -> {
                if (job == hashing) {
                    origin.set(found);
                }
            });
        }
    }
}
