package inkbench.model.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

import inkbench.data.AtomicFile;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.Model;
import inkbench.model.Weights;
import inkbench.text.Messages;

/** Reads and writes {@code .ink} files; {@code docs/file-formats.md} has the layout. */
public final class ModelFile {
    /** The newest layout that this class knows. */
    static final int VERSION = 1;

    // As in PNG: a byte outside ASCII and both kinds of line end show files that were mangled as text.
    private static final byte[] MAGIC = {(byte) 0x89, 'I', 'N', 'K', '\r', '\n', 0x1A, '\n'};
    private static final int START_LENGTH = MAGIC.length + 2 * Integer.BYTES;
    private static final int LARGEST_HEADER = 1 << 16;
    private static final int CHECKSUM_LENGTH = 32;
    private static final long UNKNOWN_LENGTH = -1;

    private final String source;
    private final InputStream input;
    private final MessageDigest digest = Weights.sha256Digest();
    private final Messages messages = Messages.of(ModelFile.class);

    private ModelFile(String source, InputStream input) {
        this.source = source;
        this.input = new DigestInputStream(input, digest);
    }

    /**
     * Reads a model. Everything is checked before memory is taken for it.
     *
     * @throws ModelException
     *             if the file is no model or is damaged; the message is for the user
     */
    public static Model read(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return new ModelFile(file.toString(), input).read(Files.size(file));
        }
    }

    /**
     * Reads a model to the end of a stream, of which {@code source} says where it came from.
     *
     * @throws ModelException
     *             as above
     */
    public static Model read(InputStream input, String source) throws IOException {
        return new ModelFile(source, input).read(UNKNOWN_LENGTH);
    }

    private Model read(long length) throws IOException {
        var start = ByteBuffer.wrap(take(START_LENGTH, "start")).order(ByteOrder.LITTLE_ENDIAN);
        var magic = new byte[MAGIC.length];
        start.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw failure("file.magic");
        }
        int version = start.getInt();
        if (version != VERSION) {
            throw failure("file.version", Integer.toUnsignedString(version), VERSION);
        }
        int headerLength = start.getInt();
        if (headerLength < 2 || headerLength > LARGEST_HEADER) {
            throw failure("file.header.length", Integer.toUnsignedLong(headerLength), LARGEST_HEADER);
        }
        var header = new ModelHeaderReader(source).read(take(headerLength, "header"));
        int count = header.architecture().parameterCount();
        long weightsLength = (long) count * Float.BYTES;
        long expected = START_LENGTH + headerLength + weightsLength + CHECKSUM_LENGTH;
        if (weightsLength > Integer.MAX_VALUE) {
            throw failure("file.shapes");
        }
        if (length != UNKNOWN_LENGTH && length != expected) {
            throw failure("file.size", count, expected, length);
        }
        // Reading takes no more memory than the stream really has bytes, whatever the header claims.
        var bytes = take((int) weightsLength, "weights");
        var values = new float[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        requireIntact();
        requireFinite(values);
        requireVariances(header.architecture(), values);
        return new Model(
                header.name(),
                header.architecture(),
                new Weights(header.iteration(), values),
                header.origin());
    }

    /** Reads exactly so many bytes of a part of the file. */
    private byte[] take(int length, String part) throws IOException {
        var bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw failure("file.short", messages.get("file.part." + part));
        }
        return bytes;
    }

    private void requireIntact() throws IOException {
        var computed = digest.digest();
        if (!Arrays.equals(take(CHECKSUM_LENGTH, "checksum"), computed)) {
            throw failure("file.checksum");
        }
        if (input.read() >= 0) {
            throw failure("file.trailing");
        }
    }

    private void requireFinite(float[] values) throws ModelException {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw failure("file.not.finite", i);
            }
        }
    }

    /** The root of a negative variance would make every answer no number. */
    private void requireVariances(Architecture architecture, float[] values) throws ModelException {
        int end = 0;
        for (var row : architecture.summary()) {
            end += row.parameters();
            if (row.layer() instanceof BatchNormalization) {
                for (int i = end - row.outputShape().channels(); i < end; i++) {
                    if (values[i] < 0) {
                        throw failure("file.variance", i);
                    }
                }
            }
        }
    }

    private ModelException failure(String key, Object... parameters) {
        var all = new Object[parameters.length + 1];
        all[0] = source;
        System.arraycopy(parameters, 0, all, 1, parameters.length);
        return new ModelException(messages.get(key, all));
    }

    /** Writes to a temporary file beside {@code file}, syncs it and renames it, so that a crash leaves old or new. */
    public static void write(Model model, Path file) throws IOException {
        var header = ModelHeader.of(model).toJson();
        var start = ByteBuffer.allocate(START_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(header.length)
                .array();
        if (header.length > LARGEST_HEADER) {
            throw new IllegalArgumentException("A header of " + header.length + " bytes");
        }
        var weights = model.weights().littleEndian();
        AtomicFile.write(file, out -> {
            var digest = Weights.sha256Digest();
            var hashed = new DigestOutputStream(out, digest);
            hashed.write(start);
            hashed.write(header);
            hashed.write(weights);
            out.write(digest.digest());
        });
    }
}
