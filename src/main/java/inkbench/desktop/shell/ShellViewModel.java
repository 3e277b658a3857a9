package inkbench.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import inkbench.app.DataLibrary;
import inkbench.app.Workbench;
import inkbench.app.runs.KeptModel;
import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.data.catalog.CatalogEntry;
import inkbench.data.format.OpenOptions;
import inkbench.data.format.image.ImageSize;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.desktop.shell.opening.OpeningQuestion;
import inkbench.ink.Rasterizer;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which data set and which model are open, and opening others. Only for the FX thread. */
final class ShellViewModel {
    /** Name of the notice with what there is to know about how a set was taken. */
    static final String NOTES = "opening-notes";

    private static final int RECENT_LIMIT = 8;
    private static final int KEPT_LIMIT = 12;
    private static final String MODEL_ENDING = ".ink";

    private final Workbench workbench;
    private final Session session;
    private final Messages messages = Messages.of(ShellViewModel.class);
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableStringValue dataTitle;
    private final ObservableStringValue modelTitle;
    private final ObjectProperty<OpeningQuestion> question = new SimpleObjectProperty<>();
    private final ObservableList<KeptModel> keptModels = FXCollections.observableArrayList();
    private final ObservableList<Path> personalModels = FXCollections.observableArrayList();
    private Job<?> openingData;
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
        openData(workbench.data().open(DataLibrary.BUILTIN), this::show, failure -> false);
    }

    /** The models that the newest runs left, as of the last {@link #findKeptModels}. */
    ObservableList<KeptModel> keptModels() {
        return keptModels;
    }

    /** The models that are tuned to the user's digits, as of the last {@link #findKeptModels}; the newest first. */
    ObservableList<Path> personalModels() {
        return personalModels;
    }

    /** Looks for models that runs left or that were tuned, here or in another process. */
    void findKeptModels() {
        session.watch(workbench.personalModels().kept(), found -> {
            var newest = found.subList(0, Math.min(KEPT_LIMIT, found.size()));
            if (!personalModels.equals(newest)) {
                personalModels.setAll(newest);
            }
        });
        session.watch(workbench.runs().newestModels(KEPT_LIMIT), found -> {
            // A menu that shows them must not change under the pointer for nothing.
            if (!keptModels.equals(found)) {
                keptModels.setAll(found);
            }
        });
    }

    /** Opens the model that comes with the app. */
    void openShippedModel() {
        openModel(workbench.models().openShipped());
    }

    /** Opens whatever it is: a model file as a model, anything else as a data set. Until that succeeds all stays as it is. */
    void open(Path path) {
        if (isModel(path)) {
            openModel(workbench.models().open(path));
        } else {
            open(path, OpenOptions.NONE);
        }
    }

    /** Opens what was dropped together. Several files of one folder, such as the four of MNIST, are one set: the folder. */
    void open(List<Path> together) {
        var data = together.stream().filter(path -> !isModel(path)).toList();
        together.stream().filter(ShellViewModel::isModel).forEach(this::open);
        boolean oneFolder = data.stream().map(Path::getParent).distinct().count() == 1;
        if (data.size() > 1 && oneFolder) {
            open(data.getFirst().getParent());
        } else {
            data.forEach(this::open);
        }
    }

    private static boolean isModel(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(MODEL_ENDING);
    }

    /** Opens a data set in the way that the user says. */
    void open(Path path, OpenOptions options) {
        openData(workbench.data().open(path.toString(), options), opened -> {
            show(opened.data());
            remember(path.toAbsolutePath());
            if (!opened.notes().isEmpty()) {
                session.tell(new Notice(NOTES, String.join("\n", opened.notes()), opened.data()));
            }
        }, failure -> ask(path, options, failure));
    }

    /** What has to be answered before something can be opened; null while there is nothing to be asked. */
    ObjectProperty<OpeningQuestion> question() {
        return question;
    }

    /** Opens what was asked about as the answer says, or leaves it alone. */
    void answer(Optional<OpenOptions> options) {
        var asked = question.get();
        question.set(null);
        options.ifPresent(said -> open(asked.path(), said));
    }

    /** Asks for what would help; false where nothing does. */
    private boolean ask(Path path, OpenOptions options, Throwable failure) {
        if (!(failure instanceof DataException fault) || fault.remedy().isEmpty()) {
            return false;
        }
        switch (fault.remedy().get()) {
            case FIT_IMAGES -> question.set(new OpeningQuestion.Fit(path, options, fault.getMessage(), fitSize()));
            case CHOOSE_ARRAYS -> {
                var job = workbench.adjustments().arrays(path);
                openingData = job;
                session.watch(job, arrays -> {
                    if (job == openingData) {
                        question.set(new OpeningQuestion.Arrays(path, options, fault.getMessage(), arrays));
                    }
                });
            }
        }
        return true;
    }

    /** What the model that is open reads, or else what all models that come with the app do. */
    private ImageSize fitSize() {
        var model = session.model().get();
        if (model == null) {
            return new ImageSize(Rasterizer.SIZE, Rasterizer.SIZE);
        }
        var input = model.architecture().input();
        return new ImageSize(input.width(), input.height());
    }

    /** Opens an installed set of the catalog. */
    void open(CatalogEntry entry) {
        openData(workbench.catalog().open(entry), this::show, failure -> false);
    }

    private <T> void openData(Job<T> job, Consumer<T> onSuccess, Predicate<Throwable> handler) {
        if (openingData != null) {
            openingData.cancel();
        }
        openingData = job;
        session.watch(job, opened -> {
            if (job == openingData) {
                onSuccess.accept(opened);
            }
        }, () -> {}, failure -> job == openingData && handler.test(failure));
    }

    private void show(PartedDataset set) {
        session.problem().set(null);
        session.data().set(set);
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
