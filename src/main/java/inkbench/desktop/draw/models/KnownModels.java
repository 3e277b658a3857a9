package inkbench.desktop.draw.models;

import java.nio.file.Path;
import java.util.List;

import inkbench.app.Workbench;
import inkbench.app.runs.KeptModel;
import inkbench.model.Model;
import inkbench.task.Job;

/** Which models there are; all in the background. */
public interface KnownModels {
    /** The one that comes with the app. */
    Job<Model> shipped();

    /** Those that the newest runs left. */
    Job<List<KeptModel>> ofRuns();

    /** One in a file. */
    Job<Model> open(Path file);

    /** Those of the workbench. */
    static KnownModels of(Workbench workbench) {
        return new KnownModels() {
            private static final int NEWEST = 12;

            @Override
            public Job<Model> shipped() {
                return workbench.models().openShipped();
            }

            @Override
            public Job<List<KeptModel>> ofRuns() {
                return workbench.runs().newestModels(NEWEST);
            }

            @Override
            public Job<Model> open(Path file) {
                return workbench.models().open(file);
            }
        };
    }
}
