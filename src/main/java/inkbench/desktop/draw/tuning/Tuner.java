package inkbench.desktop.draw.tuning;

import java.nio.file.Path;
import java.util.List;

import inkbench.app.Workbench;
import inkbench.app.tuning.PersonalModels;
import inkbench.model.Model;
import inkbench.store.drawing.KeptDigit;
import inkbench.task.Job;

/** Teaches models the user's digits; all in the background. */
public interface Tuner {
    /** Tunes a model; nothing is kept yet. */
    Job<PersonalModels.Trial> tune(Model model, List<KeptDigit> digits);

    /** Keeps a tuned model as a file. */
    Job<Path> keep(Model model);

    /** That of the workbench. */
    static Tuner of(Workbench workbench) {
        var models = workbench.personalModels();
        return new Tuner() {
            @Override
            public Job<PersonalModels.Trial> tune(Model model, List<KeptDigit> digits) {
                return models.tune(model, digits);
            }

            @Override
            public Job<Path> keep(Model model) {
                return models.keep(model);
            }
        };
    }
}
