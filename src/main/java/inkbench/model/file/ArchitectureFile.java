package inkbench.model.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import inkbench.data.AtomicFile;
import inkbench.model.Architecture;
import inkbench.text.Messages;

/** Networks without weights in readable files, {@code .json}; {@code docs/file-formats.md} has the layout. */
public final class ArchitectureFile {
    /** As in the name of a file. */
    public static final String SUFFIX = ".json";

    private static final int LARGEST = 1 << 20;

    private ArchitectureFile() {}

    /** Writes a network, all of it or nothing. */
    public static void write(Architecture architecture, Path file) throws IOException {
        var root = JsonFields.MAPPER.createObjectNode();
        ArchitectureJson.write(architecture, root);
        var json = JsonFields.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        AtomicFile.write(file, out -> {
            out.write(json);
            out.write('\n');
        });
    }

    /**
     * Reads a network.
     *
     * @throws ModelException
     *             if the file describes none; the message is for the user
     */
    public static Architecture read(Path file) throws IOException {
        var messages = Messages.of(ArchitectureFile.class);
        if (Files.isDirectory(file)) {
            throw new ModelException(messages.get("architecture.folder", file));
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new ModelException(messages.get("architecture.large", file, size, LARGEST));
        }
        var fields = new JsonFields(file.toString(), "architecture");
        var root = fields.parse("architecture", Files.readAllBytes(file));
        fields.onlyHas(root, "name", "input", "layers");
        return ArchitectureJson.read(root, fields);
    }
}
