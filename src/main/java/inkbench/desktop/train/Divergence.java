package inkbench.desktop.train;

import java.util.Optional;

import inkbench.app.group.Grouping;
import inkbench.training.recipe.TrainingSettings;

/**
 * A run whose loss was no number any more.
 *
 * @param text
 *            what happened, for the user
 * @param name
 *            of the run
 * @param again
 *            the settings to try next: a smaller step
 */
record Divergence(String text, String name, TrainingSettings again, Optional<Grouping> grouping) {
    private static final double LESS = 0.1;

    /** What to try after a run with these settings, at that learning rate. */
    static Divergence of(
            String text,
            String name,
            TrainingSettings settings,
            Optional<Grouping> grouping,
            double learningRate) {
        var again = settings.with(settings.recipe().withLearningRate(LESS * learningRate));
        return new Divergence(text, name, again, grouping);
    }
}
