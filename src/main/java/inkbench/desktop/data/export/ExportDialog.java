package inkbench.desktop.data.export;

import java.io.File;
import java.nio.file.Path;

import atlantafx.base.theme.Styles;
import inkbench.app.DataExport;
import inkbench.data.format.DatasetFormat;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** Asks how the open set is to be written, and shows how far that is. The rest of the window stays usable meanwhile. */
public final class ExportDialog {
    /** Asks how to export the open set. */
    public static final KeyCombination KEYS = KeyCombination.valueOf("Shortcut+E");

    private static final Duration POLL = Duration.millis(100);
    private static final double WIDTH = 640;

    private final Messages messages = Messages.of(ExportDialog.class);
    private final ExportViewModel viewModel;
    private final RadioButton all = new RadioButton();
    private final RadioButton shown = new RadioButton();
    private final CheckBox labels = new CheckBox(messages.get("labels.with"));
    private Dialog<ButtonType> dialog;

    /** A dialog for what is open in a session; nothing is built before it is first shown. */
    public ExportDialog(DataExport export, Session session) {
        viewModel = new ExportViewModel(export, session, Path.of(System.getProperty("user.home")));
        session.data().subscribe((before, now) -> follow());
        session.shown().subscribe((before, now) -> follow());
    }

    private void follow() {
        if (dialog == null || !dialog.isShowing()) {
            return;
        }
        if (viewModel.follow()) {
            describe();
        } else {
            dialog.hide();
        }
    }

    /** Shows the dialog above a window and returns at once; does nothing where no set is open. */
    public void show(Window owner) {
        if (!viewModel.begin()) {
            return;
        }
        if (dialog == null) {
            dialog = build(owner);
        }
        describe();
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.show();
    }

    private void describe() {
        dialog.setHeaderText(messages.get("header", viewModel.setName()));
        all.setText(viewModel.allText());
        shown.setText(viewModel.shownText());
        shown.setDisable(!viewModel.filtered());
        labels.setDisable(!viewModel.labelled());
    }

    private Dialog<ButtonType> build(Window owner) {
        var built = new Dialog<ButtonType>();
        built.initOwner(owner);
        built.initModality(Modality.NONE);
        built.setTitle(messages.get("title"));
        var pane = built.getDialogPane();
        var write = new ButtonType(messages.get("export"), ButtonBar.ButtonData.OK_DONE);
        var close = new ButtonType(messages.get("close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        pane.getButtonTypes().addAll(write, close);
        pane.setContent(content(owner));
        pane.setPrefWidth(WIDTH);
        var start = (Button) pane.lookupButton(write);
        start.setId("export-start");
        start.disableProperty().bind(viewModel.job().isNotNull());
        start.addEventFilter(ActionEvent.ACTION, event -> {
            viewModel.export();
            event.consume();
        });
        var poll = new Timeline(new KeyFrame(POLL, event -> viewModel.poll()));
        poll.setCycleCount(Animation.INDEFINITE);
        viewModel.job().subscribe((before, now) -> {
            if (now != null) {
                poll.play();
                return;
            }
            poll.stop();
            // What was cancelled or failed can be tried otherwise.
            if (before.result().isDone() && !before.result().isCompletedExceptionally()) {
                built.hide();
            }
        });
        return built;
    }

    private VBox content(Window owner) {
        var grid = new GridPane(16, 12);
        row(grid, "format", formats());
        row(grid, "images", images());
        labels.setId("export-labels");
        labels.selectedProperty().bindBidirectional(viewModel.labels());
        row(grid, "labels", labels);
        row(grid, "target", target(owner));
        grid.disableProperty().bind(viewModel.job().isNotNull());
        return new VBox(16, grid, problem(), progress());
    }

    private void row(GridPane grid, String key, Node control) {
        var name = new Label(messages.get(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(control);
        GridPane.setValignment(name, VPos.TOP);
        GridPane.setHgrow(control, Priority.ALWAYS);
        // The name stands beside the first line of what is named, however many there are.
        name.setMinHeight(30);
        grid.addRow(grid.getRowCount(), name, control);
    }

    private VBox formats() {
        var formats = new ComboBox<DatasetFormat>();
        formats.setId("export-format");
        formats.getItems().setAll(viewModel.formats());
        formats.setConverter(new StringConverter<>() {
            @Override
            public String toString(DatasetFormat format) {
                return format == null ? "" : viewModel.name(format);
            }

            @Override
            public DatasetFormat fromString(String text) {
                throw new UnsupportedOperationException("Nobody types here");
            }
        });
        formats.valueProperty().bindBidirectional(viewModel.format());
        formats.setMaxWidth(Double.MAX_VALUE);
        var text = new Label();
        text.getStyleClass().add("caption");
        text.setWrapText(true);
        text.textProperty().bind(viewModel.format().map(viewModel::describe));
        return new VBox(4, formats, text);
    }

    private VBox images() {
        var group = new ToggleGroup();
        all.setId("export-all");
        all.setToggleGroup(group);
        shown.setId("export-shown");
        shown.setToggleGroup(group);
        viewModel.shownOnly().subscribe(only -> (only ? shown : all).setSelected(true));
        shown.selectedProperty().subscribe(viewModel.shownOnly()::set);
        all.setMinHeight(30);
        return new VBox(4, all, shown);
    }

    private HBox target(Window owner) {
        var field = new TextField();
        field.setId("export-target");
        field.setAccessibleText(messages.get("target"));
        field.textProperty().bindBidirectional(viewModel.target());
        HBox.setHgrow(field, Priority.ALWAYS);
        var browse = new Button(messages.get("browse"));
        browse.setId("export-browse");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setOnAction(event -> browse(owner));
        var box = new HBox(8, field, browse);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void browse(Window owner) {
        File chosen;
        if (viewModel.isFile()) {
            var chooser = new FileChooser();
            chooser.setInitialFileName(viewModel.fileName());
            chooser.getExtensionFilters()
                    .add(
                            new FileChooser.ExtensionFilter(
                                    viewModel.name(viewModel.format().get()),
                                    "*" + viewModel.ending()));
            chosen = chooser.showSaveDialog(owner);
            if (chosen != null) {
                viewModel.target().set(chosen.getPath());
            }
        } else {
            chosen = new DirectoryChooser().showDialog(owner);
            if (chosen != null) {
                viewModel.into(chosen.toPath());
            }
        }
    }

    private Label problem() {
        var problem = new Label();
        problem.setId("export-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(WIDTH);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(viewModel.problem());
        problem.visibleProperty().bind(viewModel.problem().isNotNull());
        problem.managedProperty().bind(viewModel.problem().isNotNull());
        return problem;
    }

    private HBox progress() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(messages.get("progress"));
        bar.progressProperty().bind(Bindings.createDoubleBinding(viewModel.progress()::get, viewModel.progress()));
        HBox.setHgrow(bar, Priority.ALWAYS);
        var cancel = new Button(messages.get("cancel"));
        cancel.setId("export-cancel");
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setOnAction(event -> viewModel.cancel());
        var box = new HBox(8, bar, cancel);
        box.setAlignment(Pos.CENTER_LEFT);
        box.visibleProperty().bind(viewModel.job().isNotNull());
        box.managedProperty().bind(viewModel.job().isNotNull());
        return box;
    }
}
