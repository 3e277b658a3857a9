package inkbench.data.format.npz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;

import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/**
 * One array on the disk. It is read twice unless it holds bytes in C order: the first time only looks whether all values are
 * there and good, so that memory is taken for what a file has and not for what its header says.
 */
final class NpyArray {
    private static final Messages MESSAGES = Messages.of(NpyArray.class);
    private static final int CHUNK = 1 << 16;

    private final SourceFile file;
    private final Opening opening;
    private final NpyHeader header;

    private NpyArray(SourceFile file, Opening opening, NpyHeader header) {
        this.file = file;
        this.opening = opening;
        this.header = header;
    }

    /** Gives the bytes of the {@code .npy} from the first on. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /** Sees one value after the other, in the order of the file. */
    @FunctionalInterface
    interface Visitor {
        void see(long number, double value) throws IOException;
    }

    /** Reads the header. */
    static NpyArray open(SourceFile file, Opening opening) throws IOException {
        try (var in = opening.open()) {
            return new NpyArray(file, opening, NpyHeader.read(file, in));
        } catch (ZipException | EOFException e) {
            throw file.fault(MESSAGES, "npz.damaged", e.getMessage());
        }
    }

    SourceFile file() {
        return file;
    }

    NpyHeader header() {
        return header;
    }

    /** Whether the values are what {@link #bytes} gives: grey values in C order. */
    boolean isBytes() {
        return header.type() == NpyType.UINT8 && !header.fortran();
    }

    /** Shows all values to somebody; there are exactly as many as the header says. */
    void visit(Visitor visitor) throws IOException {
        long count = header.count();
        int size = header.type().size();
        var bytes = new byte[CHUNK];
        var buffer = ByteBuffer.wrap(bytes).order(header.order());
        read(in -> {
            for (long done = 0; done < count;) {
                int wanted = (int) Math.min(CHUNK / size, count - done);
                int found = in.readNBytes(bytes, 0, wanted * size) / size;
                buffer.clear();
                for (int i = 0; i < found; i++) {
                    visitor.see(done + i, header.type().value(buffer));
                }
                done += found;
                if (found < wanted) {
                    throw truncated(done);
                }
            }
            requireEnd(in);
            return null;
        });
    }

    /** The values as they lie in the file, one byte each. */
    byte[] bytes() throws IOException {
        int count = Math.toIntExact(header.count());
        return read(in -> {
            var bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw truncated(bytes.length);
            }
            requireEnd(in);
            return bytes;
        });
    }

    private <T> T read(SourceFile.Content<T> content) throws IOException {
        try (var in = opening.open()) {
            in.skipNBytes(header.length());
            return content.readFrom(in);
        } catch (ZipException | EOFException e) {
            throw file.fault(MESSAGES, "npz.damaged", e.getMessage());
        }
    }

    private IOException truncated(long found) {
        return file.fault(MESSAGES, "npy.truncated", header.shapeText(), header.count(), found);
    }

    private void requireEnd(InputStream in) throws IOException {
        if (in.read() >= 0) {
            throw file.fault(MESSAGES, "npy.oversized", header.shapeText(), header.count());
        }
    }
}
