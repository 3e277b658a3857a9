package inkbench.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import inkbench.app.DataLibrary;
import inkbench.app.Workbench;
import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.data.catalog.CatalogEntry;
import inkbench.desktop.common.Session;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which data set and which model are open, and opening others. Only for the FX thread. */
final class ShellViewModel {
    private static final int RECENT_LIMIT = 8;
    private static final String MODEL_ENDING = ".ink";

    private final Workbench workbench;
    private final Session session;
    private final Messages messages = Messages.of(ShellViewModel.class);
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableStringValue dataTitle;
    private final ObservableStringValue modelTitle;
    private Job<PartedDataset> openingData;
    private Job<Model> openingModel;

    ShellViewModel(Workbench workbench, Session session) {
        this.workbench = workbench;
        this.session = session;
        dataTitle = Bindings.createStringBinding(this::describeData, session.data());
        modelTitle = Bindings.createStringBinding(this::describeModel, session.model());
    }

    /** The open data set in a few words, such as {@code MNIST · 60,000 + 10,000}. */
    ObservableStringValue dataTitle() {
        return dataTitle;
    }

    /** The model that answers in a few words, such as {@code model: cnn · 99.2%}. */
    ObservableStringValue modelTitle() {
        return modelTitle;
    }

    /** Files and folders opened before, newest first. */
    ObservableList<Path> recent() {
        return recent;
    }

    /** Opens the set that comes with the app. */
    void openBuiltin() {
        openData(workbench.data().open(DataLibrary.BUILTIN), () -> {});
    }

    /** Opens the model that comes with the app. */
    void openShippedModel() {
        openModel(workbench.models().openShipped());
    }

    /** Opens whatever it is: a model file as a model, anything else as a data set. Until that succeeds all stays as it is. */
    void open(Path path) {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(MODEL_ENDING)) {
            openModel(workbench.models().open(path));
        } else {
            openData(workbench.data().open(path.toString()), () -> remember(path.toAbsolutePath()));
        }
    }

    /** Opens an installed set of the catalog. */
    void open(CatalogEntry entry) {
        openData(workbench.catalog().open(entry), () -> {});
    }

    private void openData(Job<PartedDataset> job, Runnable onSuccess) {
        if (openingData != null) {
            openingData.cancel();
        }
        openingData = job;
        session.watch(job, opened -> {
            if (job == openingData) {
                session.problem().set(null);
                session.data().set(opened);
                onSuccess.run();
            }
        });
    }

    private void openModel(Job<Model> job) {
        openingModel = job;
        session.watch(job, opened -> {
            if (job == openingModel) {
                session.model().set(opened);
            }
        });
    }

    private void remember(Path path) {
        recent.remove(path);
        recent.addFirst(path);
        if (recent.size() > RECENT_LIMIT) {
            recent.remove(RECENT_LIMIT, recent.size());
        }
    }

    /** Takes over what was opened in earlier sessions. */
    void remember(List<Path> earlier) {
        recent.setAll(earlier.subList(0, Math.min(RECENT_LIMIT, earlier.size())));
    }

    private String describeData() {
        var set = session.data().get();
        if (set == null) {
            return messages.get("data.none");
        }
        String sizes = set.parts()
                .values()
                .stream()
                .map(Dataset::size)
                .map(size -> messages.get("data.size", size))
                .collect(Collectors.joining(" + "));
        return messages.get("data.title", set.name(), sizes);
    }

    private String describeModel() {
        var model = session.model().get();
        if (model == null) {
            return messages.get("model.none");
        }
        double accuracy = model.origin().testAccuracy();
        return Double.isNaN(accuracy)
                ? messages.get("model.title", model.name())
                : messages.get("model.title.accuracy", model.name(), accuracy);
    }
}
