package inkbench.desktop.train.architecture;

import java.nio.file.Path;

import inkbench.model.Architecture;
import inkbench.task.Job;

/** Reads and writes networks in the background. */
public interface ArchitectureFiles {
    /** What a file says of a network; fails with a sentence if it says none. */
    Job<Architecture> openArchitecture(Path file);

    /** Writes all of it or nothing. */
    Job<Path> saveArchitecture(Architecture network, Path file);
}
