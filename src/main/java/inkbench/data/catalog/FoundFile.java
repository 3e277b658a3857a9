package inkbench.data.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import inkbench.data.download.FileHash;

/**
 * What a file really is.
 *
 * @param size
 *            in bytes
 * @param sha256
 *            64 lower-case hexadecimal digits
 */
public record FoundFile(String name, long size, String sha256) {
    static FoundFile of(Path file) throws IOException {
        return new FoundFile(file.getFileName().toString(), Files.size(file), FileHash.sha256(file));
    }
}
