package inkbench.desktop.train.architecture;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.Consumer;

import inkbench.desktop.common.Session;
import inkbench.model.Architecture;
import inkbench.model.Shape;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** A window in which a network is put together layer by layer. */
public final class ArchitectureEditor {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 560;
    private static final double FIELDS_WIDTH = 300;
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(
            KeyCode.Z,
            KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

    private final Messages messages = Messages.of(ArchitectureEditor.class);
    private final ArchitectureViewModel viewModel;
    private final List<Architecture> presets;
    private final ArchitectureFiles files;
    private final Session session;
    private final Window owner;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ListView<LayerRow> list = new ListView<>();
    private final LayerFields fields;
    private final Label problem = new Label();
    private final Label totals = new Label();

    /**
     * Makes a window that isn't shown yet.
     *
     * @param network
     *            to begin with
     * @param presets
     *            others to begin with
     * @param onUse
     *            takes the network if the user wants to use it
     */
    public ArchitectureEditor(
            Architecture network,
            List<Architecture> presets,
            ArchitectureFiles files,
            Session session,
            Window owner,
            Consumer<Architecture> onUse) {
        this.presets = presets;
        this.files = files;
        this.session = session;
        this.owner = owner;
        var data = session.data().get();
        viewModel = data == null
                ? new ArchitectureViewModel(network, network.input(), network.classCount())
                : new ArchitectureViewModel(
                        network,
                        new Shape(data.first().height(), data.first().width(), 1),
                        data.first().classCount());
        fields = new LayerFields(viewModel);
        dialog.initOwner(owner);
        dialog.setTitle(messages.get("title"));
        dialog.setResizable(true);
        var use = new ButtonType(messages.get("use"), ButtonBar.ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        pane.setId("architecture-editor");
        pane.getStylesheets().addAll(owner.getScene().getStylesheets());
        pane.getButtonTypes().setAll(use, new ButtonType(messages.get("cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        pane.setMinWidth(WIDTH);
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.setContent(content());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::undoOrRedo);
        var useButton = pane.lookupButton(use);
        useButton.setId("architecture-use");
        useButton.disableProperty().bind(viewModel.problem().isNotNull().or(fields.wrong()));
        dialog.setOnHidden(hidden -> {
            if (dialog.getResult() == use) {
                viewModel.network().ifPresent(onUse);
            }
        });
    }

    /** Shows the window and returns at once. */
    public void show() {
        dialog.show();
    }

    private VBox content() {
        problem.setId("architecture-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(viewModel.problem());
        problem.visibleProperty().bind(viewModel.problem().isNotNull());
        totals.setId("architecture-totals");
        var right = new VBox(12, fieldsTitle(), fields);
        right.setMinWidth(FIELDS_WIDTH);
        right.setPrefWidth(FIELDS_WIDTH);
        var left = new VBox(4, head(), list);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        var middle = new HBox(16, left, right);
        VBox.setVgrow(middle, Priority.ALWAYS);
        buildList();
        var all = new VBox(12, new EditorToolBar(viewModel, presets, list::requestFocus, this::open, this::save),
                middle,
                totals, problem);
        all.setPadding(new Insets(16));
        return all;
    }

    private void buildList() {
        list.setId("architecture-layers");
        list.setAccessibleText(messages.get("layers"));
        list.setItems(viewModel.rows());
        var drag = new SimpleIntegerProperty(-1);
        list.setCellFactory(view -> new LayerCell(viewModel, drag));
        list.setPlaceholder(new Label(messages.get("layers.none")));
        list.getSelectionModel().selectedIndexProperty().addListener((source, before, now) -> {
            if (now.intValue() >= 0) {
                viewModel.selected().set(now.intValue());
                showSelected();
            }
        });
        viewModel.selected().subscribe(this::select);
        viewModel.rows().subscribe(this::update);
        update();
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                viewModel.remove();
            } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
                viewModel.move(-1);
            } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
                viewModel.move(1);
            } else {
                return;
            }
            event.consume();
        });
    }

    private void select() {
        int place = viewModel.selected().get();
        if (place < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(place);
        }
        showSelected();
    }

    private void showSelected() {
        int place = viewModel.selected().get();
        fields.show(place >= 0 && place < viewModel.layers().size() ? viewModel.layers().get(place) : null);
    }

    private void update() {
        var whole = NumberFormat.getIntegerInstance();
        totals.setText(
                messages.get(
                        "totals",
                        viewModel.input(),
                        whole.format(viewModel.parameters()),
                        whole.format(viewModel.multiplyAdds())));
        // The list loses its selection when its rows are replaced.
        select();
    }

    private HBox head() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(
                8,
                caption("head.layer", -1),
                space,
                caption("head.output", LayerCell.SHAPE_WIDTH),
                caption("head.parameters", LayerCell.NUMBER_WIDTH),
                caption("head.cost", LayerCell.NUMBER_WIDTH));
        head.setStyle("-fx-padding: 0 24 0 12;");
        return head;
    }

    private Label caption(String key, double width) {
        var label = new Label(messages.get(key));
        label.getStyleClass().add("caption");
        label.setTooltip(new Tooltip(messages.get(key + ".tip")));
        if (width > 0) {
            label.setMinWidth(width);
            label.setAlignment(Pos.CENTER_RIGHT);
        }
        return label;
    }

    private Label fieldsTitle() {
        var title = new Label();
        title.getStyleClass().add("card-title");
        title.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> viewModel.selected().get() < 0
                                        ? messages.get("fields.title")
                                        : messages.get("fields.title.layer", viewModel.selected().get() + 1),
                                viewModel.selected()));
        return title;
    }

    private void undoOrRedo(KeyEvent event) {
        if (REDO.match(event)) {
            viewModel.redo();
        } else if (UNDO.match(event)) {
            viewModel.undo();
        } else {
            return;
        }
        event.consume();
    }

    private FileChooser chooser(String key) {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get(key));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(messages.get("file.type"), "*.json"));
        return chooser;
    }

    private void open() {
        var file = chooser("open").showOpenDialog(dialog.getDialogPane().getScene().getWindow());
        if (file != null) {
            open(file.toPath());
        }
    }

    /** Takes the network that a file describes. */
    void open(Path file) {
        session.watch(files.openArchitecture(file), viewModel::replace, () -> {}, this::refused);
    }

    private void save() {
        var chooser = chooser("save");
        chooser.setInitialFileName(viewModel.name().get() + ".json");
        var file = chooser.showSaveDialog(dialog.getDialogPane().getScene().getWindow());
        if (file != null) {
            save(file.toPath());
        }
    }

    /** Writes the network down. */
    void save(Path file) {
        viewModel.network()
                .ifPresent(
                        network -> session
                                .watch(files.saveArchitecture(network, file), saved -> {}, () -> {}, this::refused));
    }

    /** The main window, which would say it otherwise, is behind this one. */
    private boolean refused(Throwable failure) {
        session.describe(failure).ifPresent(this::say);
        return true;
    }

    private void say(String sentence) {
        var alert = new Alert(Alert.AlertType.ERROR, sentence, ButtonType.OK);
        alert.initOwner(dialog.getDialogPane().getScene().getWindow());
        alert.setTitle(messages.get("refused"));
        alert.setHeaderText(null);
        alert.getDialogPane().setId("architecture-refused");
        alert.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        alert.show();
    }
}
