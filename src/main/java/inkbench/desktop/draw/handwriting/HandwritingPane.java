package inkbench.desktop.draw.handwriting;

import java.io.File;
import java.util.function.Consumer;

import inkbench.desktop.common.Hints;
import inkbench.desktop.draw.pad.InkPicture;
import inkbench.desktop.draw.tuning.TuningPane;
import inkbench.store.drawing.KeptDigit;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Ten keys to say what the drawing is, a prompt to write digits, and the list of what is kept. */
public final class HandwritingPane extends VBox {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final double LIST_HEIGHT = 172;
    private static final double LEAST_LIST_HEIGHT = 96;
    private static final double EDGE = 36;
    private static final int DIGITS = 10;

    private final Messages messages = Messages.of(HandwritingPane.class);
    private final HandwritingViewModel viewModel;
    private final Runnable focusPad;
    private final ListView<KeptDigit> list;

    /**
     * A pane for the user's digits.
     *
     * @param tuning
     *            teaches them to the model, below
     * @param focusPad
     *            puts the pen back into the user's hand
     */
    public HandwritingPane(HandwritingViewModel viewModel, TuningPane tuning, Runnable focusPad) {
        super(8);
        this.viewModel = viewModel;
        this.focusPad = focusPad;
        setId("handwriting");
        list = new ListView<>(viewModel.digits());
        list.setId("handwriting-list");
        list.setPrefHeight(LIST_HEIGHT);
        list.setMinHeight(LEAST_LIST_HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Label(messages.get("list.empty")));
        list.setAccessibleText(messages.get("list.name"));
        list.setAccessibleHelp(messages.get("list.help"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(keys(), prompt(), list, buttons(tuning.start()), tuning);
    }

    private Node keys() {
        var keys = new HBox(4);
        for (int digit = 0; digit < DIGITS; digit++) {
            int meant = digit;
            var key = new Button(Integer.toString(digit));
            key.setId("teach-" + digit);
            key.getStyleClass().add("small");
            key.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(key, Priority.ALWAYS);
            key.setOnAction(event -> {
                viewModel.teach(meant);
                focusPad.run();
            });
            keys.getChildren().add(Hints.on(key, messages.get("teach.tip", digit)));
        }
        return keys;
    }

    private Node prompt() {
        var prompt = new Label();
        prompt.setId("handwriting-prompt");
        prompt.setWrapText(true);
        prompt.setMaxWidth(Double.MAX_VALUE);
        prompt.textProperty().bind(viewModel.prompt());
        HBox.setHgrow(prompt, Priority.ALWAYS);
        var next = new Button(messages.get("next"));
        next.setId("collect-next");
        next.getStyleClass().add("small");
        next.setMinWidth(USE_PREF_SIZE);
        next.visibleProperty().bind(viewModel.collecting());
        next.managedProperty().bind(viewModel.collecting());
        next.setOnAction(event -> {
            viewModel.next();
            focusPad.run();
        });
        var collect = new ToggleButton();
        collect.setId("collect");
        collect.getStyleClass().add("small");
        collect.setMinWidth(USE_PREF_SIZE);
        collect.setOnAction(event -> {
            viewModel.collect(collect.isSelected());
            focusPad.run();
        });
        viewModel.collecting().subscribe(on -> {
            collect.setSelected(on);
            collect.setText(messages.get(on ? "collect.stop" : "collect"));
        });
        var line = new HBox(
                8,
                prompt,
                Hints.on(next, messages.get("next.tip")),
                Hints.on(collect, messages.get("collect.tip", HandwritingViewModel.ROUNDS)));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node buttons(Node tune) {
        var none = Bindings.isEmpty(viewModel.digits());
        var unselected = list.getSelectionModel().selectedItemProperty().isNull();
        return new FlowPane(
                6,
                6,
                button("delete", unselected, this::deleteSelected),
                button("undo", viewModel.canUndo().not(), viewModel::undo),
                button("import", Bindings.createBooleanBinding(() -> false), this::chooseToOpen),
                button("export", none, this::chooseToExport),
                button("data", none, viewModel::openAsData),
                tune);
    }

    private Button button(String key, ObservableBooleanValue disabled, Runnable action) {
        var button = Hints.on(new Button(messages.get(key)), messages.get(key + ".tip"));
        button.setId("handwriting-" + key);
        button.getStyleClass().add("small");
        button.disableProperty().bind(disabled);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void deleteSelected() {
        withSelected(viewModel::delete);
    }

    private void withSelected(Consumer<KeptDigit> action) {
        var selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            action.accept(selected);
        }
    }

    /** In the list, keys are for what is kept, not for the drawing. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            deleteSelected();
        } else if (event.getCode().isDigitKey() && !event.isShortcutDown()) {
            int digit = event.getCode().getName().charAt(event.getCode().getName().length() - 1) - '0';
            withSelected(kept -> viewModel.relabel(kept, digit));
        } else if (UNDO.match(event)) {
            viewModel.undo();
        } else {
            return;
        }
        event.consume();
    }

    private FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new ExtensionFilter(messages.get("type"), "*.jsonl"));
        return chooser;
    }

    private void chooseToOpen() {
        File file = chooser().showOpenDialog(getScene().getWindow());
        if (file != null) {
            viewModel.open(file.toPath());
        }
    }

    private void chooseToExport() {
        var chooser = chooser();
        chooser.setInitialFileName(messages.get("export.name"));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            viewModel.export(file.toPath());
        }
    }

    private final class Cell extends ListCell<KeptDigit> {
        private final InkPicture picture = new InkPicture(EDGE, false);
        private final Label label = new Label();
        private final Label remark = new Label();
        private final HBox line = new HBox(12, picture, label, remark);

        Cell() {
            line.setAlignment(Pos.CENTER_LEFT);
            label.getStyleClass().add("small-figure");
            remark.getStyleClass().add("caption");
        }

        @Override
        protected void updateItem(KeptDigit kept, boolean empty) {
            super.updateItem(kept, empty);
            if (empty || kept == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var digit = kept.digit();
            picture.showFitted(digit.drawing());
            label.setText(Integer.toString(digit.label()));
            remark.setText(
                    digit.readAs().isEmpty()
                            ? messages.get("cell.unread", kept.id())
                            : messages.get(
                                    digit.readAs().getAsInt() == digit.label() ? "cell.right" : "cell.wrong",
                                    digit.readAs().getAsInt(),
                                    digit.model()));
            setGraphic(line);
            setAccessibleText(messages.get("cell.name", digit.label(), remark.getText()));
        }
    }
}
