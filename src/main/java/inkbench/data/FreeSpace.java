package inkbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import inkbench.text.Messages;

/** How much fits on a disk: asked before anything is written, so that nothing is begun that can't end well. */
@FunctionalInterface
public interface FreeSpace {
    /** What the file system says. */
    FreeSpace REAL = folder -> Files.getFileStore(folder).getUsableSpace();

    /** Bytes that can be written into a folder that is there. */
    long in(Path folder) throws IOException;

    /**
     * Refuses what doesn't fit.
     *
     * @param what
     *            is to be written, for the message
     * @param bytes
     *            that it takes, as far as one knows
     * @param folder
     *            where to; need not be there
     * @throws DataException
     *             if less is free; the message is for the user
     */
    default void require(String what, long bytes, Path folder) throws IOException {
        var there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long free = in(there);
        if (free < bytes) {
            double megabyte = 1e6;
            throw new DataException(
                    Messages.of(FreeSpace.class).get("space", what, bytes / megabyte, free / megabyte, there));
        }
    }
}
