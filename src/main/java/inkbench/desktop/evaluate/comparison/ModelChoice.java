package inkbench.desktop.evaluate.comparison;

import java.nio.file.Path;
import java.util.function.Consumer;

import inkbench.app.runs.KeptModel;
import inkbench.desktop.common.Session;
import inkbench.model.Model;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which models there are beside the one at hand, and loading the one that is chosen. Only for the FX thread. */
public final class ModelChoice {
    private final OtherModels models;
    private final Session session;
    private final Consumer<Model> onChosen;
    private final ObservableList<KeptModel> ofRuns = FXCollections.observableArrayList();

    /**
     * A choice that looks for nothing yet.
     *
     * @param onChosen
     *            gets a chosen model once it is loaded
     */
    public ModelChoice(OtherModels models, Session session, Consumer<Model> onChosen) {
        this.models = models;
        this.session = session;
        this.onChosen = onChosen;
    }

    /** The models that the newest runs left, as of the last {@link #find}. */
    ObservableList<KeptModel> ofRuns() {
        return ofRuns;
    }

    /** Looks which models runs have left. */
    void find() {
        session.watch(models.ofRuns(), found -> {
            // A menu that shows them must not change under the pointer for nothing.
            if (!ofRuns.equals(found)) {
                ofRuns.setAll(found);
            }
        });
    }

    /** Loads the model that comes with the app. */
    public void takeShipped() {
        session.watch(models.shipped(), onChosen);
    }

    /** Loads a model from a file. */
    public void take(Path file) {
        session.watch(models.open(file), onChosen);
    }
}
