package inkbench.data.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has come of a file so far, {@code NAME.part}, and beside it where it came from, {@code NAME.part.source}: two lines,
 * the address and the ETag. Without an ETag nobody can say later whether the rest still belongs to it, so then there is no
 * second file and no going on.
 */
final class PartFile {
    /** Strong validators only: a weak one says nothing about bytes. */
    private static final Pattern STRONG_ETAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{1,200}\"");

    private final Path target;
    private final Path part;
    private final Path source;
    private final Disk disk;

    PartFile(Path target, Disk disk) {
        this.target = target;
        this.disk = disk;
        part = part(target);
        source = target.resolveSibling(target.getFileName() + ".part.source");
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** How long what has come of a file is; 0 where nothing has. */
    static long length(Path target) throws IOException {
        return Files.isRegularFile(part(target)) ? Files.size(part(target)) : 0;
    }

    /**
     * Where to go on.
     *
     * @param length
     *            bytes that are there, at least 1
     * @param etag
     *            of the file that they are the beginning of, with its quotes
     */
    record Resume(long length, String etag) {}

    /** Where to go on with a source; empty where nothing of it is there. */
    Optional<Resume> resume(URI from) throws IOException {
        if (!Files.isRegularFile(part) || !Files.isRegularFile(source) || Files.size(source) > 8192) {
            return Optional.empty();
        }
        var lines = new String(Files.readAllBytes(source), StandardCharsets.ISO_8859_1).lines().toList();
        long length = Files.size(part);
        boolean same = lines.size() == 2 && lines.getFirst().equals(from.toString())
                && STRONG_ETAG.matcher(lines.getLast()).matches();
        return same && length > 0 ? Optional.of(new Resume(length, lines.getLast())) : Optional.empty();
    }

    /** Forgets what was there and begins anew with a source. */
    void begin(URI from, Optional<String> etag) throws IOException {
        delete();
        Files.createDirectories(target.getParent());
        var strong = etag.filter(tag -> STRONG_ETAG.matcher(tag).matches());
        if (strong.isPresent()) {
            Files.write(source, List.of(from.toString(), strong.get()), StandardCharsets.ISO_8859_1);
        }
    }

    OutputStream open(boolean append) throws IOException {
        return disk.open(part, append);
    }

    Path path() {
        return part;
    }

    /** Gives the whole file its name. */
    void complete() throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(source);
    }

    /** Deletes what nobody could go on with. */
    void tidy() throws IOException {
        if (!Files.exists(source) || !Files.exists(part) || Files.size(part) == 0) {
            delete();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(source);
    }
}
