package inkbench.data.format.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import inkbench.data.DataException;
import inkbench.text.Messages;

/** A file to be read: unpacks it where it is gzipped, whatever it is called, and puts its faults into words. */
public final class SourceFile {
    private static final int BUFFER = 1 << 16;
    /** Deflate makes no more of a byte. */
    private static final int LARGEST_RATIO = 1032;
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final Messages MESSAGES = Messages.of(SourceFile.class);

    private final String name;
    /** Null where it is no file on the disk. */
    private final Path path;
    private final Opening opening;

    public SourceFile(Path path) {
        this(path.toString(), path, () -> Files.newInputStream(path));
    }

    /**
     * Something else than a file on the disk.
     *
     * @param name
     *            what messages call it
     */
    public SourceFile(String name, Opening opening) {
        this(name, null, opening);
    }

    private SourceFile(String name, Path path, Opening opening) {
        this.name = name;
        this.path = path;
        this.opening = opening;
    }

    /** Gives the bytes from the first on, as they are stored. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** What is read from the unpacked bytes of one file. */
    @FunctionalInterface
    public interface Content<T> {
        T readFrom(InputStream in) throws IOException;
    }

    /**
     * A fault of the file in a sentence.
     *
     * @param words
     *            of the format that finds the fault
     * @param key
     *            of a text whose first parameter is the file
     * @param details
     *            the text's other parameters
     */
    public DataException fault(Messages words, String key, Object... details) {
        return fault(null, words, key, details);
    }

    /** Says that there is nothing in it. */
    public DataException empty() {
        return fault(MESSAGES, "empty");
    }

    /** Says that there is no such file. */
    public DataException missing() {
        return fault(MESSAGES, "missing");
    }

    /** Says that the user may not read it. */
    public DataException denied() {
        return fault(MESSAGES, "denied");
    }

    private DataException fault(Throwable cause, Messages words, String key, Object... details) {
        var parameters = new Object[details.length + 1];
        parameters[0] = name;
        System.arraycopy(details, 0, parameters, 1, details.length);
        return new DataException(words.get(key, parameters), cause);
    }

    /** The unpacked bytes from the first on, for somebody who closes them and puts their faults into words. */
    public InputStream open(ReadProgress progress) throws IOException {
        return unpacked(progress.watch(opening.open()));
    }

    /** Reads the file from its beginning. */
    public <T> T read(ReadProgress progress, Content<T> content) throws IOException {
        try (var in = open(progress)) {
            return content.readFrom(in);
        } catch (ZipException | EOFException e) {
            throw fault(e, MESSAGES, "gzip.damaged", e.getMessage());
        } catch (NoSuchFileException e) {
            throw fault(e, MESSAGES, "missing");
        } catch (AccessDeniedException e) {
            throw fault(e, MESSAGES, "denied");
        }
    }

    /**
     * The bytes from {@code offset} on, mapped into memory and unmapped when nobody uses them any more; nothing where the file
     * is packed or isn't on the disk.
     */
    public Optional<MemorySegment> map(long offset) throws IOException {
        if (path == null) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(path)) {
            var start = ByteBuffer.allocate(GZIP_MAGIC.length);
            channel.read(start, 0);
            if (Arrays.equals(start.array(), GZIP_MAGIC)) {
                return Optional.empty();
            }
            return Optional.of(
                    channel.map(FileChannel.MapMode.READ_ONLY, offset, channel.size() - offset, Arena.ofAuto()));
        }
    }

    /** What the file can have at most when it is unpacked, by its size on the disk; 0 where that isn't known. */
    public long mostUnpacked() throws IOException {
        return path == null ? 0 : Files.size(path) * LARGEST_RATIO;
    }

    /** The first bytes, unpacked; fewer where the file is shorter. */
    public byte[] head(int length) throws IOException {
        return read(ReadProgress.NONE, in -> in.readNBytes(length));
    }

    /** The last name of its path; the rest of that says more of the user's disk than of the data. */
    public String lastName() {
        var last = path == null ? null : path.toAbsolutePath().normalize().getFileName();
        return last == null ? name : last.toString();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Bytes as they are shown in messages: {@code 00 00 08 03}. */
    public static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        var in = new BufferedInputStream(raw, BUFFER);
        in.mark(GZIP_MAGIC.length);
        var start = in.readNBytes(GZIP_MAGIC.length);
        in.reset();
        return Arrays.equals(start, GZIP_MAGIC) ? new GZIPInputStream(in, BUFFER) : in;
    }
}
