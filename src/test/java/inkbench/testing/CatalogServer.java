package inkbench.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;

import inkbench.data.FreeSpace;
import inkbench.data.Part;
import inkbench.data.catalog.Catalog;
import inkbench.data.catalog.CatalogEntry;
import inkbench.data.catalog.CatalogFile;
import inkbench.data.catalog.InstalledSets;
import inkbench.data.catalog.SetFormat;
import inkbench.data.download.Disk;
import inkbench.data.download.DownloadRules;
import inkbench.data.download.Downloader;
import inkbench.testing.FaultyServer.Fault;

/** A catalog of small sets, and the server on this machine that has them. */
public final class CatalogServer implements AutoCloseable {
    /** Images of the training part of each set; the test part has half of them. */
    public static final int IMAGES = 40;

    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final Duration patience;
    private final FaultyServer server = new FaultyServer();
    private final List<CatalogEntry> entries = new ArrayList<>();

    /** A server with {@code mnist}, of which the hashes are known, and {@code usps}, of which they aren't. */
    public CatalogServer() {
        this(Duration.ofMillis(400));
    }

    /**
     * The same.
     *
     * @param patience
     *            how long downloads wait when it stalls
     */
    public CatalogServer(Duration patience) {
        this.patience = patience;
        entries.add(mnist("mnist", "MNIST", true));
        entries.add(mnist("usps", "USPS", false));
    }

    /** The server, to make it fail. */
    public FaultyServer server() {
        return server;
    }

    /** The sets of the catalog. */
    public List<CatalogEntry> entries() {
        return entries;
    }

    /** The sets that are installed in a folder. */
    public InstalledSets sets(Path folder) {
        return sets(folder, Disk.REAL);
    }

    /** The same, on another disk. */
    public InstalledSets sets(Path folder, Disk disk) {
        return sets(folder, disk, FreeSpace.REAL);
    }

    /** The same, on a disk with other room. */
    public InstalledSets sets(Path folder, Disk disk, FreeSpace space) {
        var rules = new DownloadRules(server::isHere, patience, 2, 1 << 20, disk);
        return new InstalledSets(folder, () -> new Catalog(entries), new Downloader(rules), space);
    }

    /** Serves a file of both mirrors of a set. */
    public CatalogFile file(String set, String name, byte[] content, boolean known, String... members) {
        server.serve("/first/" + set + "/" + name, content);
        server.serve("/second/" + set + "/" + name, content);
        return new CatalogFile(name, known ? OptionalLong.of(content.length) : OptionalLong.empty(),
                known ? Optional.of(sha256(content)) : Optional.empty(), List.of(members));
    }

    /** Both mirrors give a file wrongly from now on. */
    public void damage(String set, String name, byte[] content, Fault fault) {
        server.serve("/first/" + set + "/" + name, content, fault);
        server.serve("/second/" + set + "/" + name, content, fault);
    }

    /** Where a set is. */
    public List<URI> mirrors(String set) {
        return List.of(server.address("/first/" + set + "/"), server.address("/second/" + set + "/"));
    }

    private CatalogEntry mnist(String name, String title, boolean known) {
        var files = List.of(
                file(name, "train-images-idx3-ubyte.gz", images(IMAGES, 28, 28), known),
                file(name, "train-labels-idx1-ubyte.gz", labels(IMAGES), known),
                file(name, "t10k-images-idx3-ubyte.gz", images(IMAGES / 2, 28, 28), known),
                file(name, "t10k-labels-idx1-ubyte.gz", labels(IMAGES / 2), known));
        return entry(name, title, files, SetFormat.IDX, false);
    }

    /** A set of digits in files that are served already. */
    public CatalogEntry entry(
            String name,
            String title,
            List<CatalogFile> files,
            SetFormat format,
            boolean transposed) {
        return new CatalogEntry(name, title, Map.of(Part.TRAIN, IMAGES, Part.TEST, IMAGES / 2), DIGITS, format,
                transposed, mirrors(name), files, "CC BY-SA 3.0", "Somebody (1998)", "Small.");
    }

    /** A gzipped IDX file; pixel {@code p} of image {@code i} is {@code i + p}. */
    public static byte[] images(int count, int height, int width) {
        var bytes = ByteBuffer.allocate(16 + count * height * width);
        bytes.putInt(0x803).putInt(count).putInt(height).putInt(width);
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < height * width; p++) {
                bytes.put((byte) (i + p));
            }
        }
        return gzip(bytes.array());
    }

    /** A gzipped IDX file of 0, 1, 2, … 9, 0, … */
    public static byte[] labels(int count) {
        var bytes = ByteBuffer.allocate(8 + count);
        bytes.putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % 10));
        }
        return gzip(bytes.array());
    }

    /** Packs bytes. */
    public static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
