package inkbench.app.correction;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import inkbench.data.DataException;
import inkbench.data.PartedDataset;
import inkbench.data.correction.Corrections;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/**
 * Correcting labels and excluding images without touching the set: the corrections lie in a file beside it, or in Inkbench's
 * own folder where that isn't possible.
 */
public final class LabelCorrections implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(LabelCorrections.class.getName());
    private static final String ENDING = ".corrections.csv";
    private static final int PATIENCE_SECONDS = 30;

    /** One thread, so that whatever is saved is there before it is looked for, and the newest is saved last. */
    private final Workers keeper = Workers.inBackground("inkbench-corrections", 1);
    private final Workers workers;
    private final Path own;
    private final Path installed;
    private final Messages messages = Messages.of(LabelCorrections.class);
    private volatile CompletableFuture<?> lastSaved = CompletableFuture.completedFuture(null);

    /**
     * Makes the use cases.
     *
     * @param own
     *            the folder for corrections of sets beside which there can't be any; made when first needed
     * @param installed
     *            the folder of sets that were fetched, in which nothing else is put
     */
    public LabelCorrections(Workers workers, Path own, Path installed) {
        this.workers = workers;
        this.own = own.toAbsolutePath().normalize();
        this.installed = installed.toAbsolutePath().normalize();
    }

    /** Where the corrections of an open set are kept. */
    public CorrectionsStore storeOf(PartedDataset set) {
        var original = set.original();
        return new CorrectionsStore(original, beside(original), own);
    }

    /** Looks in the background for the corrections of a set. */
    public Job<CorrectionsStore.Found> find(CorrectionsStore store) {
        return keeper.submit(messages.get("job.find", store.name()), progress -> store.read());
    }

    /**
     * Saves corrections in the background, after those that were saved before.
     *
     * @return what the user should know of it, mostly nothing
     */
    public Job<Optional<String>> save(CorrectionsStore store, Corrections corrections) {
        Job<Optional<String>> job = keeper
                .submit(messages.get("job.save", store.name()), progress -> store.write(corrections));
        lastSaved = job.result();
        return job;
    }

    /** Applies corrections in the background, for sets that are too large to do it while somebody waits. */
    public Job<PartedDataset> apply(PartedDataset set, Corrections corrections) {
        return workers.submit(messages.get("job.apply", set.name()), progress -> corrections.applyTo(set));
    }

    /**
     * A set with its corrections, on the caller's thread.
     *
     * @param corrected
     *            the set, with the file that the corrections are from
     */
    public record Applied(PartedDataset corrected, Path file) {}

    /**
     * Finds the corrections of a set and applies them, on the caller's thread.
     *
     * @param set
     *            as it was opened, or split after that
     * @throws DataException
     *             if there are none, or they can't be used; the message is for the user
     */
    public Applied applied(PartedDataset set, Progress progress) throws IOException {
        var store = storeOf(set);
        var found = store.read();
        progress.throwIfCancelled();
        if (found.problem().isPresent()) {
            throw new DataException(found.problem().get());
        }
        if (found.file().isEmpty()) {
            throw new DataException(messages.get("none", set.name(), store.places()));
        }
        return new Applied(found.corrections().applyTo(set), found.file().get());
    }

    /** The place beside a set that was opened from the user's disk. */
    private Optional<Path> beside(PartedDataset original) {
        return original.first()
                .file()
                .map(file -> file.toAbsolutePath().normalize())
                .filter(file -> file.getFileName() != null && !file.startsWith(installed))
                .map(file -> file.resolveSibling(original.name() + ENDING));
    }

    /** Waits until everything is saved. */
    @Override
    public void close() {
        try {
            lastSaved.exceptionally(failure -> null).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(Level.ERROR, "Corrections were not saved", e);
        }
        keeper.close();
    }
}
