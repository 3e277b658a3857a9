package inkbench.app.runs;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import inkbench.training.Checkpoint;

/** The newest checkpoints of one run, a file each, named by the batches that are in it. */
final class CheckpointFolder {
    /** More than one, because the newest may turn out damaged. */
    private static final int KEPT = 3;
    private static final String SUFFIX = ".checkpoint";

    private final Path folder;

    /**
     * A folder that need not be there yet.
     *
     * @param checkpoints
     *            where the folders of all runs lie
     */
    CheckpointFolder(Path checkpoints, long run) {
        folder = checkpoints.resolve(Long.toString(run));
    }

    Path path() {
        return folder;
    }

    /**
     * Writes a checkpoint and deletes those that are too old then.
     *
     * @return its file
     */
    Path write(Checkpoint checkpoint) throws IOException {
        // Leading zeros, so that names sort like numbers.
        var name = String.format(Locale.ROOT, "%012d", checkpoint.weights().iteration()) + SUFFIX;
        var file = folder.resolve(name);
        CheckpointFile.write(checkpoint, file);
        var files = newestFirst();
        for (var old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
        return file;
    }

    /** The files there are; whether they are whole is not looked at. */
    List<Path> newestFirst() throws IOException {
        return list("*" + SUFFIX);
    }

    /** Deletes what a process that was killed left half written. Only for who has the run to itself. */
    void tidy() throws IOException {
        for (var part : list(".*.part")) {
            Files.deleteIfExists(part);
        }
    }

    /** Deletes the folder and all that is in it. */
    void delete() throws IOException {
        for (var file : list("*")) {
            Files.deleteIfExists(file);
        }
        tidy();
        Files.deleteIfExists(folder);
    }

    private List<Path> list(String pattern) throws IOException {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var stream = Files.newDirectoryStream(folder, pattern)) {
                stream.forEach(files::add);
            } catch (DirectoryIteratorException failure) {
                throw failure.getCause();
            }
        }
        files.sort(Comparator.reverseOrder());
        return files;
    }
}
