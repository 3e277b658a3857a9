package inkbench.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import inkbench.data.AtomicFile;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Writing what a user wants to keep: pictures, tables, preferences. */
public final class FileExports {
    private final Workers workers;
    private final Messages messages = Messages.of(FileExports.class);

    FileExports(Workers workers) {
        this.workers = workers;
    }

    /** Makes the content and writes it in the background; the file is replaced as a whole or not at all. */
    public Job<Path> save(Path file, Callable<byte[]> content) {
        return workers.submit(messages.get("job.export", file.getFileName()), progress -> {
            var bytes = content.call();
            AtomicFile.write(file, out -> out.write(bytes));
            return file;
        });
    }

    /** Makes a text in the background that is too long to be made while somebody waits. */
    public Job<String> prepare(Callable<String> content) {
        return workers.submit(messages.get("job.prepare"), progress -> content.call());
    }
}
