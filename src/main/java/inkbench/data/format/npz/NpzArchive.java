package inkbench.data.format.npz;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import inkbench.data.DataException;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/** The arrays of an {@code .npz}, a zip file with an {@code .npy} file for each. Nothing of it is ever unpacked to the disk. */
final class NpzArchive implements Closeable {
    private static final Messages MESSAGES = Messages.of(NpzArchive.class);
    private static final String SUFFIX = ".npy";
    private static final int MOST_ENTRIES = 1000;
    /** Up to here the ratio doesn't matter: a few black images are packed well. */
    private static final long HARMLESS_SIZE = 64 << 20;
    /** Images of digits are packed to a fifth or a tenth, as 64-bit numbers to a fiftieth. */
    private static final int LARGEST_RATIO = 200;

    private final Path path;
    private final SourceFile file;
    private final ZipFile zip;
    private ReadProgress progress = ReadProgress.NONE;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private NpzArchive(Path path) throws IOException {
        this.path = path;
        this.file = new SourceFile(path);
        try {
            this.zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw file.fault(MESSAGES, "npz.damaged", e.getMessage());
        }
    }

    /**
     * Opens a file and looks through the names in it.
     *
     * @throws DataException
     *             if it is damaged, or a name is one that only an attack has
     */
    static NpzArchive open(Path path) throws IOException {
        var archive = new NpzArchive(path);
        try {
            archive.list();
            return archive;
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private void list() throws DataException {
        if (zip.size() > MOST_ENTRIES) {
            throw file.fault(MESSAGES, "npz.many", zip.size(), MOST_ENTRIES);
        }
        for (var entry : Collections.list(zip.entries())) {
            var name = entry.getName();
            if (leavesTheFolder(name)) {
                throw file.fault(MESSAGES, "npz.name", name);
            }
            if (!name.endsWith(SUFFIX)) {
                continue;
            }
            var key = name.substring(0, name.length() - SUFFIX.length());
            if (entries.put(key, entry) != null) {
                throw file.fault(MESSAGES, "npz.twice", name);
            }
        }
        if (entries.isEmpty()) {
            throw file.fault(MESSAGES, "npz.empty", zip.size());
        }
    }

    /** Names are only keys here, but whoever writes such names means harm to somebody. */
    private static boolean leavesTheFolder(String name) {
        return name.startsWith("/") || name.contains("\\") || name.contains("\0")
                || Arrays.asList(name.split("/", -1)).contains("..");
    }

    /** Reports from now on what is read. */
    void watch(ReadProgress by) {
        progress = by;
    }

    SourceFile file() {
        return file;
    }

    /** The keys in the order of the file. */
    Iterable<String> keys() {
        return entries.keySet();
    }

    /** One array's header; nothing where it can't be read, as that of Python's objects. */
    Optional<NpyHeader> header(String key) throws IOException {
        try {
            return Optional.of(array(key).header());
        } catch (DataException e) {
            // Somebody who wants this array gets the reason; for those who want another it is no obstacle.
            return Optional.empty();
        }
    }

    /**
     * One array, ready to be read.
     *
     * @throws DataException
     *             if there is none, it is of a type that can't be read, or its sizes are not as they should be
     */
    NpyArray array(String key) throws IOException {
        var entry = entries.get(key);
        if (entry == null) {
            throw file.fault(MESSAGES, "npz.missing", key, String.join(", ", entries.keySet()));
        }
        var place = new SourceFile(MESSAGES.get("npz.place", path, key), () -> stream(entry));
        var array = NpyArray.open(place, () -> stream(entry));
        long length = array.header().fileLength();
        if (entry.getSize() != length) {
            throw place.fault(MESSAGES, "npz.size", array.header().shapeText(), length, entry.getSize());
        }
        if (length > HARMLESS_SIZE && length / LARGEST_RATIO > entry.getCompressedSize()) {
            throw place.fault(MESSAGES, "npz.bomb", entry.getCompressedSize(), length, LARGEST_RATIO);
        }
        return array;
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        return new Verified(progress.watch(zip.getInputStream(entry)), entry.getCrc());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Compares the checksum at the end, which {@link ZipFile} leaves to others. */
    private static final class Verified extends FilterInputStream {
        private final CRC32 sum;
        private final long expected;

        Verified(InputStream in, long expected) {
            this(in, expected, new CRC32());
        }

        private Verified(InputStream in, long expected, CRC32 sum) {
            super(new CheckedInputStream(in, sum));
            this.sum = sum;
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            verify(value);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            verify(count);
            return count;
        }

        private void verify(int read) throws ZipException {
            if (read < 0 && sum.getValue() != expected) {
                throw new ZipException(
                        "CRC-32 " + Long.toHexString(sum.getValue()) + ", not " + Long.toHexString(expected));
            }
        }
    }
}
