package inkbench.cli.classify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import inkbench.app.Workbench;
import inkbench.cli.common.Options;
import inkbench.model.Model;
import inkbench.text.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The models that read: one, or several side by side. */
final class ReadingModels {
    private static final Messages MESSAGES = Messages.of(ReadingModels.class);

    @Option(names = "--model", paramLabel = "M.ink", descriptionKey = "classify.model")
    private Path one;
    @Option(names = "--models", split = ",", paramLabel = "A.ink", descriptionKey = "classify.models")
    private List<Path> several = List.of();

    /** Whether answers are to be shown side by side. */
    boolean areSeveral() {
        return !several.isEmpty();
    }

    /**
     * Opens those that were asked for, or else the best that comes with the app.
     *
     * @return at least one
     * @throws IOException
     *             in a sentence, if one can't be read or reads no drawings
     */
    List<Model> open(Workbench workbench, CommandSpec spec) throws IOException {
        if (one != null && areSeveral()) {
            throw Options.refusal(spec, MESSAGES.get("classify.modelTwice"));
        }
        var models = new ArrayList<Model>();
        for (var file : areSeveral() ? several : one == null ? List.<Path>of() : List.of(one)) {
            models.add(workbench.models().read(file));
        }
        if (models.isEmpty()) {
            models.add(workbench.models().shipped());
        }
        for (var model : models) {
            workbench.reading().requireDrawings(model);
        }
        return models;
    }
}
