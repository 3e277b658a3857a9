package inkbench.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import inkbench.data.DataException;
import inkbench.data.PartedDataset;
import inkbench.data.catalog.CatalogEntry;
import inkbench.data.catalog.FetchResult;
import inkbench.data.catalog.InstalledSets;
import inkbench.data.catalog.Trust;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Data sets that are known by name: which there are, fetching and opening them. */
public final class CatalogLibrary {
    private final Workers workers;
    /** Apart from the others, because a download keeps its thread waiting for minutes. */
    private final Workers fetchers;
    private final InstalledSets sets;
    private final DataLibrary data;
    private final Messages messages = Messages.of(CatalogLibrary.class);

    CatalogLibrary(Workers workers, Workers fetchers, InstalledSets sets, DataLibrary data) {
        this.workers = workers;
        this.fetchers = fetchers;
        this.sets = sets;
        this.data = data;
    }

    /**
     * A set of the catalog.
     *
     * @param installed
     *            whether it is on this machine
     */
    public record Item(CatalogEntry entry, boolean installed) {}

    /** What there is, in the order to show it; on the caller's thread. */
    public List<Item> items() {
        return sets.catalog().entries().stream().map(entry -> new Item(entry, sets.isInstalled(entry))).toList();
    }

    /** Looks in the background at what there is. */
    public Job<List<Item>> look() {
        return workers.submit(messages.get("job.catalog"), progress -> items());
    }

    /** Deletes in the background what downloads that were killed have left behind. */
    public Job<Void> tidy() {
        return workers.submit(messages.get("job.tidy"), progress -> {
            sets.tidy();
            return null;
        });
    }

    /**
     * The set of exactly that name.
     *
     * @throws DataException
     *             if there is none; the message is for the user
     */
    public CatalogEntry entry(String name) throws DataException {
        var entries = sets.catalog().entries();
        var names = entries.stream().map(CatalogEntry::name).collect(Collectors.joining(", "));
        return sets.catalog()
                .find(name)
                .orElseThrow(() -> new DataException(messages.get("catalog.unknown", name, names)));
    }

    /** Downloads and installs a set on the caller's thread, as {@link InstalledSets#fetch} does. */
    public FetchResult fetchNow(CatalogEntry entry, Trust trust, Progress progress) throws IOException {
        return sets.fetch(entry, trust, progress);
    }

    /** Downloads and installs a set in the background, after those that were asked for before. */
    public Job<FetchResult> fetch(CatalogEntry entry, Trust trust) {
        return fetchers.submit(messages.get("job.fetch", entry.title()), progress -> fetchNow(entry, trust, progress));
    }

    /** Reads an installed set as it is, on the caller's thread; whatever files there are of the same name. */
    public PartedDataset read(CatalogEntry entry, Progress progress) throws IOException {
        return sets.read(entry, progress);
    }

    /** Opens an installed set in the background, to work with; whatever files there are of the same name. */
    public Job<PartedDataset> open(CatalogEntry entry) {
        return workers.submit(
                messages.get("job.open", entry.title()),
                progress -> data.withTestPart(
                        sets.read(entry, progress).readFrom(Optional.empty()),
                        DataLibrary.SPLIT_SEED));
    }
}
