package inkbench.data.download;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file to be got.
 *
 * @param name
 *            what messages call it
 * @param sources
 *            where it is, to be tried in this order; at least one
 * @param size
 *            in bytes, where it is known
 * @param sha256
 *            of its bytes, as 64 lower-case hexadecimal digits, where it is known
 */
public record WantedFile(String name, List<URI> sources, OptionalLong size, Optional<String> sha256) {
    public WantedFile {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("No source of " + name);
        }
    }
}
