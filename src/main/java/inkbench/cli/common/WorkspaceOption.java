package inkbench.cli.common;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

import inkbench.app.Workbench;
import picocli.CommandLine.Option;

/** The workspace that holds the runs. */
public final class WorkspaceOption {
    @Option(names = "--workspace", paramLabel = "FILE", descriptionKey = "workspace")
    private Path file;

    /** Whether it is somebody's wish that it is this one. */
    public boolean given() {
        return file != null;
    }

    /**
     * Opens it; what there is to know about that goes to standard error.
     *
     * @throws IOException
     *             in a sentence, if it can't be used
     */
    public void open(Workbench workbench, PrintWriter err) throws IOException {
        if (file != null) {
            workbench.runs().use(file);
        }
        Jobs.await(workbench.runs().open()).ifPresent(err::println);
    }
}
