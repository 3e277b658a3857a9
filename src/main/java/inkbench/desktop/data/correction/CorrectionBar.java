package inkbench.desktop.data.correction;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The buttons by which the chosen image is corrected, and corrections are taken back. */
public final class CorrectionBar extends HBox {
    private final Messages messages = Messages.of(CorrectionBar.class);
    private final CorrectionsViewModel viewModel;
    private final CorrectionActions actions;
    private final MenuButton relabel = new MenuButton(messages.get("relabel.short"));
    private final Button exclude = new Button();
    private final Button undo = iconButton("correction-undo", "fth-corner-up-left");
    private final Button redo = iconButton("correction-redo", "fth-corner-up-right");

    /** Buttons for the image that is chosen. */
    public CorrectionBar(CorrectionsViewModel viewModel, ImagesViewModel images) {
        super(4);
        this.viewModel = viewModel;
        actions = new CorrectionActions(viewModel);
        getStyleClass().add("correction-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        relabel.setId("correction-relabel");
        relabel.getStyleClass().add(Styles.SMALL);
        relabel.setMinWidth(USE_PREF_SIZE);
        relabel.setTooltip(new Tooltip(messages.get("relabel.hint")));
        exclude.setId("correction-exclude");
        exclude.getStyleClass().add(Styles.SMALL);
        exclude.setMinWidth(USE_PREF_SIZE);
        exclude.setTooltip(new Tooltip());
        undo.setOnAction(event -> viewModel.undo());
        redo.setOnAction(event -> viewModel.redo());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(relabel, exclude, space, undo, redo);
        images.selected().subscribe(this::show);
        images.shown().subscribe(shown -> show());
        viewModel.ready().subscribe(this::show);
        viewModel.undoName().subscribe(this::show);
        viewModel.redoName().subscribe(this::show);
        relabel.setOnShowing(event -> relabel.getItems().setAll(actions.labelItems()));
        show();
    }

    private void show() {
        relabel.setDisable(!viewModel.canRelabel());
        relabel.getItems().setAll(actions.labelItems());
        boolean restores = viewModel.canRestore();
        exclude.setDisable(!viewModel.canExclude());
        exclude.setText(messages.get(restores ? "restore.short" : "exclude"));
        exclude.getTooltip().setText(messages.get(restores ? "restore.hint" : "exclude.hint"));
        exclude.setOnAction(event -> {
            if (restores) {
                viewModel.restore();
            } else {
                viewModel.exclude();
            }
        });
        showStep(undo, "undo", viewModel.undoName().get(), CorrectionActions.UNDO);
        showStep(redo, "redo", viewModel.redoName().get(), CorrectionActions.REDO);
    }

    private void showStep(Button button, String key, String name, KeyCombination keys) {
        var text = name == null
                ? messages.get(key + ".none")
                : messages.get(key + ".hint", name, keys.getDisplayText());
        button.setDisable(name == null);
        button.setAccessibleText(text);
        button.getTooltip().setText(text);
    }

    private static Button iconButton(String id, String icon) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip());
        return button;
    }
}
