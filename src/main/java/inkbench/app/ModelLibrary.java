package inkbench.app;

import java.io.IOException;
import java.nio.file.Path;

import inkbench.model.Model;
import inkbench.model.ModelFile;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Opening and saving models. */
public final class ModelLibrary {
    private final Workers workers;
    private final Messages messages = Messages.of(ModelLibrary.class);

    ModelLibrary(Workers workers) {
        this.workers = workers;
    }

    /** The best model that comes with the app, read from its resources. */
    public Model shipped() throws IOException {
        throw new UnsupportedOperationException("stub");
    }

    /** Reads the shipped model in the background. */
    public Job<Model> openShipped() {
        return workers.submit(messages.get("job.model.shipped"), progress -> shipped());
    }

    /** Reads a model file in the background. */
    public Job<Model> open(Path file) {
        return workers.submit(messages.get("job.model.open", file), progress -> ModelFile.read(file));
    }

    /** Writes a model file in the background. */
    public Job<Path> save(Model model, Path file) {
        return workers.submit(messages.get("job.model.save", file), progress -> {
            ModelFile.write(model, file);
            return file;
        });
    }
}
