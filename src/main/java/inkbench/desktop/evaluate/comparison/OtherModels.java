package inkbench.desktop.evaluate.comparison;

import java.nio.file.Path;
import java.util.List;

import inkbench.app.Workbench;
import inkbench.app.runs.KeptModel;
import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.task.Job;

/** Which models there are to compare with, and what they read; all in the background. */
public interface OtherModels {
    /** The one that comes with the app. */
    Job<Model> shipped();

    /** Those that the newest runs left. */
    Job<List<KeptModel>> ofRuns();

    /** One in a file. */
    Job<Model> open(Path file);

    /** Reads every image of a data set. */
    Job<Evaluation> evaluate(Model model, Dataset images);

    /** Those of the workbench. */
    static OtherModels of(Workbench workbench) {
        return new OtherModels() {
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

            @Override
            public Job<Evaluation> evaluate(Model model, Dataset images) {
                return workbench.reading().evaluate(model, images);
            }
        };
    }
}
