package inkbench.data.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import inkbench.data.DataException;
import inkbench.data.FreeSpace;
import inkbench.data.PartedDataset;
import inkbench.data.download.Downloader;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * The data sets of the catalog on this machine: a folder for each, called like it. Whatever is not finished has a name that
 * begins with a dot: {@code .NAME.fetch} with downloads on their way, {@code .NAME.install} with a set that is being put
 * together. Several processes may work with the same folder.
 */
public final class InstalledSets {
    private static final String FETCH = ".fetch";
    private static final String INSTALL = ".install";
    private static final String LOCK = ".lock";
    /** Downloads that nobody went on with for so long are deleted. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;
    private final Supplier<Catalog> source;
    private final Downloader downloader;
    private final FreeSpace space;
    private final Messages messages = Messages.of(InstalledSets.class);
    /** Made when first asked for. Two threads may both make it: they come to the same. */
    private volatile Catalog catalog;

    /**
     * The sets in a folder.
     *
     * @param folder
     *            need not be there before something is fetched
     * @param catalog
     *            asked once, when it is first needed
     */
    public InstalledSets(Path folder, Supplier<Catalog> catalog, Downloader downloader) {
        this(folder, catalog, downloader, FreeSpace.REAL);
    }

    /** The same, on a disk of which {@code space} says how much it takes. */
    public InstalledSets(Path folder, Supplier<Catalog> catalog, Downloader downloader, FreeSpace space) {
        this.space = space;
        this.folder = folder.toAbsolutePath();
        source = catalog;
        this.downloader = downloader;
    }

    /** What there is, installed or not. */
    public Catalog catalog() {
        var made = catalog;
        if (made == null) {
            made = source.get();
            catalog = made;
        }
        return made;
    }

    /** Whether a set is here with all its files; looks at their sizes and not at what is in them. */
    public boolean isInstalled(CatalogEntry entry) {
        try {
            var record = InstalledRecord.read(folderOf(entry));
            for (var file : record.files()) {
                if (Files.size(folderOf(entry).resolve(file.name())) != file.size()) {
                    return false;
                }
            }
            return record.name().equals(entry.name())
                    && record.files().stream().map(FoundFile::name).toList().equals(entry.installedNames());
        } catch (IOException absentOrDamaged) {
            return false;
        }
    }

    /**
     * Opens an installed set, after comparing every file with what was installed.
     *
     * @throws DataException
     *             if it is not installed, or a file has changed since; the message is for the user
     */
    public PartedDataset read(CatalogEntry entry, Progress progress) throws IOException {
        if (!isInstalled(entry)) {
            throw new DataException(messages.get("installed.none", entry.name(), entry.title()));
        }
        for (var file : InstalledRecord.read(folderOf(entry)).files()) {
            progress.throwIfCancelled();
            var path = folderOf(entry).resolve(file.name());
            if (!FoundFile.of(path).equals(file)) {
                throw new DataException(messages.get("installed.changed", path, folderOf(entry), entry.name()));
            }
        }
        return SetReader.read(entry, folderOf(entry), progress);
    }

    /**
     * Downloads and installs a set, on the caller's thread; nothing is done where it is installed.
     *
     * @param trust
     *            asked about files of which no hash is known
     * @param progress
     *            is told of bytes; the total is 0 while nobody knows it
     * @throws inkbench.data.download.DownloadException
     *             if a file can't be got
     * @throws DataException
     *             if it can't be installed
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so; what has come is gone on with the next time, where that is possible
     */
    public FetchResult fetch(CatalogEntry entry, Trust trust, Progress progress) throws IOException {
        if (isInstalled(entry)) {
            return new FetchResult.Installed(entry);
        }
        var downloads = working(entry.name(), FETCH);
        space.require(entry.title(), missing(entry, downloads), folder);
        Files.createDirectories(folder);
        try (var channel = lockFile(entry.name()); var lock = lock(channel)) {
            if (lock == null) {
                throw new DataException(messages.get("fetch.busy", entry.title()));
            }
            if (isInstalled(entry)) {
                return new FetchResult.Installed(entry);
            }
            var unknown = downloadOrTidy(entry, downloads, progress);
            if (!unknown.isEmpty() && !trust.accepts(unknown)) {
                return new FetchResult.Unverified(entry, unknown);
            }
            var staging = working(entry.name(), INSTALL);
            try {
                new Installation(entry, downloads, staging, space).into(folderOf(entry), progress);
            } finally {
                Trees.delete(staging);
            }
            Trees.delete(downloads);
            return new FetchResult.Installed(entry);
        }
    }

    /** Bytes that are still to come, as far as the catalog knows. */
    private static long missing(CatalogEntry entry, Path downloads) throws IOException {
        long bytes = 0;
        for (var file : entry.files()) {
            var target = downloads.resolve(file.name());
            if (!Files.exists(target)) {
                bytes += Math.max(0, file.size().orElse(0) - Downloader.arrived(target));
            }
        }
        return bytes;
    }

    private List<FoundFile> downloadOrTidy(CatalogEntry entry, Path downloads, Progress progress) throws IOException {
        try {
            return download(entry, downloads, progress);
        } finally {
            Trees.deleteIfEmpty(downloads);
        }
    }

    /** Gets what is missing, and gives the files that nobody knows the hash of. */
    private List<FoundFile> download(CatalogEntry entry, Path downloads, Progress progress) throws IOException {
        var unknown = new ArrayList<FoundFile>();
        var fetched = new FetchProgress(entry.files(), progress);
        for (int i = 0; i < entry.files().size(); i++) {
            var file = entry.files().get(i);
            var target = downloads.resolve(file.name());
            if (!Files.isRegularFile(target)) {
                downloader.get(entry.wanted(file), target, fetched.of(i));
            }
            fetched.done(i, Files.size(target));
            if (file.sha256().isEmpty()) {
                unknown.add(FoundFile.of(target));
            }
        }
        return unknown;
    }

    /**
     * Deletes what work that was killed has left behind. What can be gone on with is kept for a week; what another process
     * works on is left alone.
     */
    public void tidy() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (var entry : catalog().entries()) {
            var downloads = working(entry.name(), FETCH);
            var staging = working(entry.name(), INSTALL);
            if (!Files.exists(downloads) && !Files.exists(staging)) {
                continue;
            }
            try (var channel = lockFile(entry.name()); var lock = lock(channel)) {
                if (lock != null) {
                    Trees.delete(staging);
                    if (isOld(downloads) || isInstalled(entry)) {
                        Trees.delete(downloads);
                    }
                }
            }
        }
    }

    private static boolean isOld(Path downloads) throws IOException {
        try {
            var changed = Files.getLastModifiedTime(downloads).toInstant();
            return changed.isBefore(Instant.now().minus(KEPT));
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    private Path folderOf(CatalogEntry entry) {
        return folder.resolve(entry.name());
    }

    private Path working(String name, String ending) {
        return folder.resolve("." + name + ending);
    }

    private FileChannel lockFile(String name) throws IOException {
        return FileChannel.open(working(name, LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** The lock of a set; null where somebody else has it. */
    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }
}
