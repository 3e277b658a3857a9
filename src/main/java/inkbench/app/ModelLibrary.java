package inkbench.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import inkbench.model.Architecture;
import inkbench.model.Model;
import inkbench.model.file.ArchitectureFile;
import inkbench.model.file.ModelFile;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Opening and saving models. */
public final class ModelLibrary {
    private static final String ASSETS = "/inkbench/assets/";
    private static final String ENDING = ".ink";
    private static final String BEST = "best";
    /**
     * Those whose mean is trusted with labels: of two networks that learned differently, few doubt the same image by chance.
     * Both learned MNIST alone; whoever learned more ways of writing forgives a label more (see docs/measures.md).
     */
    private static final List<String> REVIEWERS = List.of("best-mnist", "cnn");

    private final Workers workers;
    private final Messages messages = Messages.of(ModelLibrary.class);

    ModelLibrary(Workers workers) {
        this.workers = workers;
    }

    /** The best model that comes with the app, on the caller's thread. */
    public Model shipped() throws IOException {
        return shipped(BEST);
    }

    private Model shipped(String name) throws IOException {
        var file = ASSETS + name + ENDING;
        try (var input = ModelLibrary.class.getResourceAsStream(file)) {
            if (input == null) {
                throw new FileNotFoundException(messages.get("model.shipped.missing"));
            }
            // By the file's name, for two of them are the same network.
            return ModelFile.read(input, file).named(name);
        }
    }

    /** The models that come with the app and together review labels, on the caller's thread. */
    public List<Model> reviewers() throws IOException {
        var models = new ArrayList<Model>();
        for (var name : REVIEWERS) {
            models.add(shipped(name));
        }
        return models;
    }

    /** Reads the shipped model in the background. */
    public Job<Model> openShipped() {
        return workers.submit(messages.get("job.model.shipped"), progress -> shipped());
    }

    /** A model file, on the caller's thread. */
    public Model read(Path file) throws IOException {
        return ModelFile.read(file);
    }

    /** Reads a model file in the background. */
    public Job<Model> open(Path file) {
        return workers.submit(messages.get("job.model.open", file), progress -> read(file));
    }

    /**
     * Says before long work whether its model could be written at all.
     *
     * @throws FileNotFoundException
     *             if the folder is missing or the place is taken by a folder; the message is for the user
     */
    public void checkWritable(Path file) throws FileNotFoundException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileNotFoundException(messages.get("model.folder.missing", file, folder));
        }
        if (Files.isDirectory(file)) {
            throw new FileNotFoundException(messages.get("model.isFolder", file));
        }
    }

    /** Writes a model file on the caller's thread: all of it or nothing. */
    public void write(Model model, Path file) throws IOException {
        ModelFile.write(model, file);
    }

    /** Reads in the background what a file says of a network. */
    public Job<Architecture> openArchitecture(Path file) {
        return workers.submit(messages.get("job.architecture.open", file), progress -> ArchitectureFile.read(file));
    }

    /** Writes down a network in the background: all of it or nothing. */
    public Job<Path> saveArchitecture(Architecture architecture, Path file) {
        return workers.submit(messages.get("job.architecture.save", file), progress -> {
            ArchitectureFile.write(architecture, file);
            return file;
        });
    }

    /** Writes a model file in the background. */
    public Job<Path> save(Model model, Path file) {
        return workers.submit(messages.get("job.model.save", file), progress -> {
            write(model, file);
            return file;
        });
    }
}
