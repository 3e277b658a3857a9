package inkbench.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;

import inkbench.app.Workbench;
import inkbench.model.Model;
import picocli.CommandLine.Option;

/** The {@code --model} of commands that use a trained model. */
final class ModelOption {
    @Option(names = "--model", paramLabel = "M.ink", descriptionKey = "model")
    private Path file;

    /** Whether a model file was asked for. */
    boolean asked() {
        return file != null;
    }

    /** The model file that was asked for, or else the best model that comes with the app. */
    Model open(Workbench workbench) throws IOException {
        return file == null ? workbench.models().shipped() : workbench.models().read(file);
    }
}
