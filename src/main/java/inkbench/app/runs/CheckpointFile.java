package inkbench.app.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.Optional;

import inkbench.data.AtomicFile;
import inkbench.model.Weights;
import inkbench.model.file.ModelException;
import inkbench.text.Messages;
import inkbench.training.Checkpoint;
import inkbench.training.Checkpoint.Best;

/** Reads and writes checkpoints; {@code docs/file-formats.md} has the layout. */
final class CheckpointFile {
    /** The newest layout that this class knows. */
    static final int VERSION = 1;

    // As in PNG: a byte outside ASCII and both kinds of line end show files that were mangled as text.
    private static final byte[] MAGIC = {(byte) 0x89, 'I', 'N', 'C', '\r', '\n', 0x1A, '\n'};
    private static final int START_LENGTH = MAGIC.length + 2 * Integer.BYTES;
    /** Room for the history of more epochs than anybody waits for. */
    private static final int LARGEST_HEADER = 1 << 24;
    private static final int CHECKSUM_LENGTH = 32;
    private static final Messages MESSAGES = Messages.of(CheckpointFile.class);

    private CheckpointFile() {}

    /** Writes to a temporary file beside {@code file}, syncs it and renames it, so that a crash leaves old or new. */
    static void write(Checkpoint checkpoint, Path file) throws IOException {
        var header = CheckpointHeader.of(checkpoint).toJson();
        if (header.length > LARGEST_HEADER) {
            throw new ModelException(MESSAGES.get("checkpoint.history", file));
        }
        var start = ByteBuffer.allocate(START_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(header.length)
                .array();
        AtomicFile.write(file, out -> {
            var digest = Weights.sha256Digest();
            var hashed = new DigestOutputStream(out, digest);
            hashed.write(start);
            hashed.write(header);
            write(checkpoint.weights().values(), hashed);
            write(checkpoint.memory(), hashed);
            if (checkpoint.best().isPresent()) {
                write(checkpoint.best().get().weights().values(), hashed);
            }
            out.write(digest.digest());
        });
    }

    private static void write(float[] values, OutputStream out) throws IOException {
        out.write(new Weights(0, values).littleEndian());
    }

    /**
     * Reads a checkpoint. Everything is checked before memory is taken for it.
     *
     * @throws ModelException
     *             if the file is none or is damaged; the message is for the user
     */
    static Checkpoint read(Path file) throws IOException {
        var digest = Weights.sha256Digest();
        try (var input = Files.newInputStream(file)) {
            var hashed = new DigestInputStream(input, digest);
            var header = header(hashed, file);
            requireLength(file, header);
            var weights = new Weights(header.iteration(), take(hashed, header.parameters(), file));
            var memory = take(hashed, header.memoryLength(), file);
            Optional<Best> best = Optional.empty();
            if (header.best().isPresent()) {
                best = Optional.of(header.best().get().with(take(hashed, header.parameters(), file)));
            }
            if (!Arrays.equals(digest.digest(), input.readNBytes(CHECKSUM_LENGTH))) {
                throw failure("checkpoint.checksum", file);
            }
            if (!weights.finite()) {
                throw failure("checkpoint.finite", file);
            }
            return new Checkpoint(header.settings(), weights, memory, header.progress(), best);
        }
    }

    /**
     * Reads what a checkpoint is of, without its numbers, which may be damaged.
     *
     * @throws ModelException
     *             if the file is none
     */
    static CheckpointHeader readHeader(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            var header = header(input, file);
            requireLength(file, header);
            return header;
        }
    }

    private static CheckpointHeader header(InputStream input, Path file) throws IOException {
        var start = input.readNBytes(START_LENGTH);
        if (start.length < START_LENGTH || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
            throw failure("checkpoint.magic", file);
        }
        var numbers = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        int version = numbers.getInt();
        if (version != VERSION) {
            throw failure("checkpoint.version", file, Integer.toUnsignedString(version), VERSION);
        }
        int length = numbers.getInt();
        if (length < 2 || length > LARGEST_HEADER) {
            throw failure("checkpoint.header", file, Integer.toUnsignedString(length), LARGEST_HEADER);
        }
        var json = input.readNBytes(length);
        if (json.length < length) {
            throw failure("checkpoint.short", file);
        }
        return CheckpointHeader.read(json, length, file.toString());
    }

    private static void requireLength(Path file, CheckpointHeader header) throws IOException {
        long numbers = header.parameters() * (header.best().isPresent() ? 2L : 1L) + header.memoryLength();
        long expected = START_LENGTH + header.length() + Float.BYTES * numbers + CHECKSUM_LENGTH;
        long found = Files.size(file);
        if (found != expected) {
            throw failure("checkpoint.size", file, expected, found);
        }
    }

    private static float[] take(InputStream input, int count, Path file) throws IOException {
        var bytes = input.readNBytes(Math.multiplyExact(count, Float.BYTES));
        if (bytes.length < count * Float.BYTES) {
            throw failure("checkpoint.short", file);
        }
        var values = new float[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    private static ModelException failure(String key, Path file, Object... parameters) {
        var all = new Object[parameters.length + 1];
        all[0] = file;
        System.arraycopy(parameters, 0, all, 1, parameters.length);
        return new ModelException(MESSAGES.get(key, all));
    }
}
