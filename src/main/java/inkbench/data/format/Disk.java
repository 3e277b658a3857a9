package inkbench.data.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** What an export needs of a disk; tests have one that is full. */
interface Disk {
    /** Makes a file. */
    OutputStream create(Path file) throws IOException;

    /** Brings a file to the disk before it gets its name. */
    void sync(Path file) throws IOException;

    /** How many bytes fit into a folder. */
    long free(Path folder) throws IOException;
}
