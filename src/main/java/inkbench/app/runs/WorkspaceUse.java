package inkbench.app.runs;

import java.io.IOException;

import inkbench.store.Workspace;

/**
 * Something to do with the workspace on the thread that may wait for the disk.
 *
 * @param <T>
 *            what comes of it
 */
@FunctionalInterface
public interface WorkspaceUse<T> {
    /** Does it. */
    T of(Workspace workspace) throws IOException;
}
