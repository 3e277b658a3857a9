package inkbench.desktop.draw.answer;

import inkbench.model.Architecture;
import inkbench.model.Model;
import inkbench.model.Weights;

/**
 * A network that can read.
 *
 * @param weights
 *            of a model, or the newest of a run that is under way
 * @param name
 *            in the user's words, short
 * @param description
 *            in the user's words
 */
public record ReadingNetwork(Architecture architecture, Weights weights, String name, String description) {
    /** The network of a model. */
    public static ReadingNetwork of(Model model, String description) {
        return new ReadingNetwork(model.architecture(), model.weights(), model.name(), description);
    }
}
