package inkbench.desktop.shell.opening;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import inkbench.data.format.OpenOptions;
import inkbench.data.format.image.ImageSize;
import inkbench.data.format.npz.NpzArray;
import javafx.stage.Window;

/** What the user has to say before something can be opened. */
public sealed interface OpeningQuestion {
    /** What is to be opened. */
    Path path();

    /** What the user has said of it so far. */
    OpenOptions options();

    /** Why it can't be opened without an answer. */
    String sentence();

    /**
     * Asks above a window and returns at once.
     *
     * @param answer
     *            takes how to open it, or nothing where it is to be left alone
     */
    default void ask(Window owner, Consumer<Optional<OpenOptions>> answer) {
        switch (this) {
            case Fit fit -> FitQuestion.ask(fit, owner, answer);
            case Arrays arrays -> ArraysDialog.ask(arrays, owner, answer);
        }
    }

    /**
     * Whether the images may be fitted.
     *
     * @param size
     *            to what
     */
    record Fit(Path path, OpenOptions options, String sentence, ImageSize size) implements OpeningQuestion {}

    /**
     * Which arrays are meant.
     *
     * @param arrays
     *            all that there are
     */
    record Arrays(Path path, OpenOptions options, String sentence, List<NpzArray> arrays) implements OpeningQuestion {}
}
