package inkbench.app.runs;

import java.nio.file.Path;

import inkbench.store.run.RunRecord;

/**
 * A model that a run left.
 *
 * @param file
 *            a model file in the workspace's folder
 */
public record KeptModel(RunRecord run, Path file) {}
