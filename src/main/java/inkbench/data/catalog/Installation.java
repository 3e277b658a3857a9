package inkbench.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import inkbench.data.AtomicFile;
import inkbench.data.DataException;
import inkbench.data.FreeSpace;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * Makes an installed folder of downloaded files: in a folder beside it, which gets the name once everything in it is on the
 * disk. So the name never stands for half a set.
 */
final class Installation {
    /** No member of an archive in the catalog has a tenth of that. */
    private static final long LARGEST_MEMBER = 1L << 30;
    private static final int BUFFER = 1 << 16;

    private final CatalogEntry entry;
    private final Path downloads;
    private final Path staging;
    private final FreeSpace space;
    private final Messages messages = Messages.of(Installation.class);

    /**
     * Prepares one.
     *
     * @param downloads
     *            where all files of the entry lie
     * @param staging
     *            made, and renamed to {@code folder} in the end
     * @param space
     *            says whether archives can be unpacked
     */
    Installation(CatalogEntry entry, Path downloads, Path staging, FreeSpace space) {
        this.space = space;
        this.entry = entry;
        this.downloads = downloads;
        this.staging = staging;
    }

    void into(Path folder, Progress progress) throws IOException {
        Trees.delete(staging);
        space.require(entry.title(), unpacked(), folder);
        Files.createDirectories(staging);
        var downloaded = new ArrayList<FoundFile>();
        var installed = new ArrayList<FoundFile>();
        for (var file : entry.files()) {
            progress.throwIfCancelled();
            var download = downloads.resolve(file.name());
            var found = FoundFile.of(download);
            requireExpected(file, found, download);
            downloaded.add(found);
            if (file.members().isEmpty()) {
                Files.move(download, staging.resolve(file.name()));
                installed.add(found);
            } else {
                installed.addAll(unpack(download, file.members(), progress));
            }
        }
        new InstalledRecord(entry.name(), downloaded, installed).write(staging);
        sync(staging);
        // A folder that is there but no installation can't be replaced by a rename.
        Trees.delete(folder);
        Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
        sync(folder.getParent());
    }

    /** Bytes of what will be unpacked; other files are only moved. */
    private long unpacked() throws IOException {
        long bytes = 0;
        for (var file : entry.files()) {
            if (file.members().isEmpty()) {
                continue;
            }
            try (var zip = new ZipFile(downloads.resolve(file.name()).toFile())) {
                for (var member : file.members()) {
                    var inZip = zip.getEntry(member);
                    bytes += inZip == null ? 0 : Math.clamp(inZip.getSize(), 0, LARGEST_MEMBER);
                }
            } catch (ZipException damaged) {
                // Said when it is unpacked, after its hash was compared.
            }
        }
        return bytes;
    }

    /** It was verified when it came, but may have lain here for days. */
    private void requireExpected(CatalogFile file, FoundFile found, Path download) throws IOException {
        if (file.sha256().isPresent() && !file.sha256().get().equals(found.sha256())) {
            Files.delete(download);
            throw new DataException(
                    messages.get("install.changed", file.name(), found.sha256(), file.sha256().get(), entry.name()));
        }
    }

    private List<FoundFile> unpack(Path archive, List<String> members, Progress progress) throws IOException {
        var found = new ArrayList<FoundFile>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var member : members) {
                var inZip = zip.getEntry(member);
                if (inZip == null) {
                    throw new DataException(messages.get("install.member", archive.getFileName(), member));
                }
                var target = staging.resolve(CatalogFile.lastName(member));
                AtomicFile.write(target, out -> {
                    try (var in = zip.getInputStream(inZip)) {
                        copy(in, out, member, progress);
                    }
                });
                found.add(FoundFile.of(target));
            }
        } catch (ZipException damaged) {
            throw new DataException(
                    messages.get("install.archive", archive.getFileName(), damaged.getMessage()), damaged);
        }
        return found;
    }

    private void copy(InputStream in, OutputStream out, String member, Progress progress) throws IOException {
        var buffer = new byte[BUFFER];
        long total = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            progress.throwIfCancelled();
            total += count;
            if (total > LARGEST_MEMBER) {
                throw new DataException(messages.get("install.large", member, LARGEST_MEMBER));
            }
            out.write(buffer, 0, count);
        }
    }

    /** Brings names to the disk, where the system lets folders be opened for that. */
    private static void sync(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows doesn't, and keeps names by itself.
        }
    }
}
