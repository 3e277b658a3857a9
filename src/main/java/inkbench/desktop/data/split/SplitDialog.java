package inkbench.desktop.data.split;

import atlantafx.base.theme.Styles;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Exports;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks how to cut the open set, and shows at every change how large the parts get. */
final class SplitDialog {
    private static final double WIDTH = 840;
    private static final double NOTE_HEIGHT = 36;
    private static final double BUSY_SIZE = 16;

    private final Messages messages = Messages.of(SplitDialog.class);
    private final SplitViewModel viewModel;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType apply = new ButtonType(messages.get("apply"), ButtonBar.ButtonData.OK_DONE);
    private final SizesView sizes = new SizesView();
    private final Label note = new Label();

    SplitDialog(SplitViewModel viewModel, Exports exports, Window owner) {
        this.viewModel = viewModel;
        dialog.initOwner(owner);
        dialog.setTitle(messages.get("title", viewModel.name()));
        note.setId("split-note");
        note.setWrapText(true);
        note.setMinHeight(NOTE_HEIGHT);
        note.setAlignment(Pos.TOP_LEFT);
        exports.install(sizes, () -> "sizes-" + viewModel.name(), viewModel::csv);
        var pane = dialog.getDialogPane();
        pane.getStylesheets().addAll(owner.getScene().getStylesheets());
        pane.getStyleClass().add("split-dialog");
        pane.getButtonTypes().addAll(apply, new ButtonType(messages.get("cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        // The theme makes dialogs narrower than that.
        pane.setMinWidth(WIDTH);
        pane.setContent(new VBox(12, new SplitForm(viewModel, owner), tableHead(exports), sizes, note));
        viewModel.preview().subscribe(now -> update());
        viewModel.problem().subscribe(now -> update());
        viewModel.busy().subscribe(now -> update());
        dialog.setOnHidden(hidden -> {
            if (dialog.getResult() == apply && viewModel.ready()) {
                viewModel.apply();
            }
        });
    }

    /** Shows the dialog and returns at once; when it is closed, the set is cut if the user wants that. */
    void show() {
        dialog.show();
    }

    /** Closes the dialog: the set that it asks about isn't open any more. */
    void leave() {
        dialog.setResult(ButtonType.CANCEL);
        dialog.close();
    }

    /** Whether it asks about this set. */
    boolean isOf(PartedDataset own) {
        return viewModel.isOf(own);
    }

    private HBox tableHead(Exports exports) {
        var title = new Label(messages.get("sizes.title"));
        title.getStyleClass().add("card-title");
        var busy = new ProgressIndicator();
        busy.setMinSize(BUSY_SIZE, BUSY_SIZE);
        busy.setPrefSize(BUSY_SIZE, BUSY_SIZE);
        busy.visibleProperty().bind(viewModel.busy());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var copy = new Button(messages.get("sizes.copy"));
        copy.setId("split-copy");
        copy.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        copy.setOnAction(event -> exports.copy(viewModel.csv()));
        var save = new Button(messages.get("sizes.save"));
        save.setId("split-save");
        save.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        save.setOnAction(event -> exports.saveCsv(sizes, "sizes-" + viewModel.name(), viewModel::csv));
        var head = new HBox(8, title, busy, space, copy, save);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void update() {
        var problem = viewModel.problem().get();
        var cut = viewModel.preview().get();
        if (cut != null) {
            sizes.show(cut, viewModel);
        }
        sizes.setDisable(problem != null);
        note.setText(problem == null ? viewModel.note() : problem);
        note.getStyleClass().setAll("label", problem == null ? "caption" : "problem");
        dialog.getDialogPane().lookupButton(apply).setDisable(!viewModel.ready());
    }
}
