package inkbench.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads and writes {@code .ink} files; {@code docs/file-formats.md} has the layout. */
public final class ModelFile {
    private ModelFile() {}

    /**
     * Reads a model. Everything is checked before memory is taken for it.
     *
     * @throws ModelException
     *             if the file is no model or is damaged; the message is for the user
     */
    public static Model read(Path file) throws IOException {
        throw new UnsupportedOperationException("stub");
    }

    /** Reads a model of which {@code source} says where it came from. */
    public static Model read(InputStream input, String source) throws IOException {
        throw new UnsupportedOperationException("stub");
    }

    /** Writes to a temporary file beside {@code file}, syncs it and renames it, so that a crash leaves old or new. */
    public static void write(Model model, Path file) throws IOException {
        throw new UnsupportedOperationException("stub");
    }
}
